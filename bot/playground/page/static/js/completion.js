// What can be completed in a message. Pure.

const MOST = 14;

/**
 * List what the text before the caret may become: `{text, note, length}`, where `text` takes the place of the last
 * `length` characters.
 */
export function candidates(before, workspace, { isThread = false, isAdmin = false } = {}) {
  if (before.startsWith("/")) return isThread ? [] : commands(before, workspace, isAdmin);
  const word = /(^|\s)([@#][\w-]*)$/.exec(before)?.[2];
  return word ? references(word, workspace) : [];
}

function commands(before, workspace, isAdmin) {
  const known = workspace.subcommands.filter((one) => isAdmin || !one.for_admins);
  const all = workspace.commands.flatMap((command) =>
    known.map(({ words, note }) => ({ text: `${command} ${words}`, note })),
  );
  return all
    .filter(({ text }) => text.startsWith(before) && text !== before)
    .map((one) => ({ ...one, length: before.length }))
    .slice(0, MOST);
}

function references(word, workspace) {
  const people = [workspace.bot, ...workspace.users].map((user) => ({
    text: `@${user.name} `,
    note: user === workspace.bot ? "App" : user.role,
  }));
  const channels = workspace.channels
    .filter((channel) => !channel.is_direct)
    .map((channel) => ({ text: `#${channel.name} `, note: "Channel" }));
  return [...people, ...channels]
    .filter(({ text }) => text.startsWith(word.toLowerCase()) && text.trim() !== word)
    .map((one) => ({ ...one, length: word.length }))
    .slice(0, MOST);
}

/** Put a candidate in; gives the new text and where the caret goes. */
export function completed(text, caret, candidate) {
  const start = text.slice(0, caret - candidate.length) + candidate.text;
  return { text: start + text.slice(caret), caret: start.length };
}
