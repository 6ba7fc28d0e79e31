// What people press or choose from, wherever it stands.

import { h } from "../dom.js";
import { drawButton, drawFeedback, drawIconButton, drawOverflow } from "./buttons.js";
import { drawCombobox } from "./combobox.js";
import { drawChecklist, drawConversations, drawDates, drawRadios, drawSelect } from "./choices.js";
import { drawUnknown } from "./unknown.js";

const DRAWINGS = {
  button: drawButton,
  icon_button: drawIconButton,
  feedback_buttons: drawFeedback,
  overflow: drawOverflow,
  static_select: drawSelect,
  external_select: drawCombobox,
  multi_static_select: drawChecklist,
  multi_external_select: drawCombobox,
  users_select: drawConversations,
  channels_select: drawConversations,
  conversations_select: drawConversations,
  checkboxes: drawChecklist,
  radio_buttons: drawRadios,
  datepicker: drawDates,
  timepicker: drawDates,
  datetimepicker: drawDates,
};

/** Draw an element; `described` are attributes that tie a field to its label, hint and error. */
export function drawElement(element, surface, described = {}) {
  const draw = DRAWINGS[element.type];
  if (!draw) return drawUnknown("Element", element);
  const drawn = draw(element, surface, described);
  return drawn ?? h("span");
}
