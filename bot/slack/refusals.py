"""What it means when Slack refuses a token or cannot be reached, and what to do about it."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.background import describe
from bot.errors import ConnectionRefusedBySlackError, TokenRefusedError

_ADVICE = {
    "invalid_auth": "the token is wrong or was revoked; copy it anew from the app's settings",
    "not_authed": "the token is missing; copy it from the app's settings",
    "account_inactive": "the app was uninstalled; install it to the workspace again",
    "token_revoked": "the token was revoked; install the app to the workspace again",
    "token_expired": "the token has expired; copy a new one from the app's settings and switch token rotation off",
    "not_allowed_token_type": "this is the wrong kind of token: xoxb-… for SLACK_BOT_TOKEN, xapp-… for SLACK_APP_TOKEN",
    "missing_scope": "the token lacks a scope; compare app_manifest.yml and install the app again",
    "access_denied": "the token may not do this; compare app_manifest.yml and install the app again",
}
_ONLY_THIS_CALL = {"not_allowed_token_type", "missing_scope", "access_denied"}

_ADVICE_OF_PLACES = {
    "cannot_dm_bot": "no bot can be written to",
    "cannot_reply_to_message": "a message of that kind takes no replies",
    "channel_is_limited_access": "the channel belongs to a record that the bot has no access to; ask its owner",
    "channel_not_found": "the channel is gone, or private and without the bot; type /invite @Quicktake in it",
    "ekm_access_denied": "the organisation's admins keep anybody from posting there at present; ask them",
    "is_archived": "the channel is archived; restore it, or name another one",
    "is_inactive": "the channel is frozen, archived or deleted",
    "message_limit_exceeded": "the workspace has reached the limit of its plan",
    "message_not_found": "the message was deleted",
    "messages_tab_disabled": "switch the Messages tab on: the app's settings, App Home",
    "not_enabled": "switch the Home tab on: the app's settings, App Home",
    "not_in_channel": "type /invite @Quicktake in the channel",
    "restricted_action": "a setting of the workspace keeps the app from posting there; ask an owner",
    "restricted_action_non_threadable_channel": "the channel takes no replies in threads",
    "restricted_action_read_only_channel": "only some may post in the channel; ask its owner to add the app",
    "restricted_action_thread_locked": "an admin has locked the thread",
    "restricted_action_thread_only_channel": "the channel takes nothing but replies in threads",
    "team_access_not_granted": "the app is not installed in that workspace of the organisation",
    "thread_not_found": "the question was deleted",
    "user_disabled": "the person's account is deactivated",
    "user_not_found": "the person is not in this workspace any more",
}


def refusal_of(setting: str, code: str) -> ConnectionRefusedBySlackError:
    """Return what Slack's error code for a token means; ``setting`` names the token."""
    said = f"{setting}: Slack says {code}: {_ADVICE.get(code, 'see https://docs.slack.dev/reference/methods')}"
    return (TokenRefusedError if code in _ADVICE else ConnectionRefusedBySlackError)(said)


def advise(refusal: SlackApiError) -> str:
    """Return what Slack refused and what to do about it, for the log."""
    code, method = error_code(refusal), str(getattr(refusal.response, "api_url", "")).rpartition("/")[2]
    reference = f"see https://docs.slack.dev/reference/methods/{method}#errors"
    return f"Slack says {code} to {method}: {_ADVICE.get(code) or _ADVICE_OF_PLACES.get(code) or reference}"


def is_token_refused(refusal: SlackApiError) -> bool:
    """Tell whether no call with that token can succeed any more."""
    code = error_code(refusal)
    return code in _ADVICE and code not in _ONLY_THIS_CALL


def error_code(refusal: SlackApiError) -> str:
    """Return Slack's error code, or the HTTP status where there is none: a proxy's page, or no body at all."""
    response = refusal.response
    try:
        return str(response["error"])
    except (KeyError, TypeError, ValueError, AttributeError):
        status = getattr(response, "status_code", None) or getattr(response, "status", "unknown error")
        return f"status {status}"


def explain(failure: Exception, address: str) -> ConnectionRefusedBySlackError:
    """Return why Slack cannot be reached; quotes no address but ``address``, as others may be secret."""
    retry_after_s = 0.0
    match failure:
        case aiohttp.ClientResponseError():
            what = f"it answers with status {failure.status}"
            asked = failure.headers.get("Retry-After", "") if failure.headers else ""
            retry_after_s = float(asked) if asked.isdecimal() else 0.0
        case SlackApiError():
            what = f"it answers with {error_code(failure)}"
        case TimeoutError():
            what = "it does not answer in time"
        case _:
            what = describe(failure)
    advice = "Check the network, HTTPS_PROXY and https://slack-status.com"
    return ConnectionRefusedBySlackError(f"Slack cannot be reached at {address}: {what}. {advice}", retry_after_s)
