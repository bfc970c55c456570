/** The words of the event's view, in English. */
export const eventMessages = {
  "event.differences": "Other gateways would have sent",
  "event.absent": "absent",
  "event.custom":
    "A non-proxy integration hands over what its request template makes, or the body as it came.",
} as const satisfies Readonly<Record<string, string>>;
