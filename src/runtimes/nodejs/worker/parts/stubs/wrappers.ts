import { lent } from "../lent";
import { type Answers, askLater } from "./stand-in";

/** Loggers: what they are told is dropped; children are loggers too. */
export const answerLogger: Answers = ({ name, isNew, arguments: [first] }) => {
  if (isNew || /^(child|create|getLogger|default|pino|format|transports)/i.test(name)) {
    return { chain: undefined };
  }
  if (/^(capture|inject|log)[A-Z]/.test(name) && typeof first === "function") return { now: first };
  return { chain: undefined };
};

/** Give back the handler, or whatever else they are given to wrap. */
export const answerWrapper: Answers = ({ name, isNew, arguments: values }) => {
  if (isNew || /^(init|config|set|add|enable|install|start|get)/.test(name))
    return { chain: undefined };
  const wrapped = values.find((value) => typeof value === "function") ?? values[0];
  return wrapped === undefined ? { chain: undefined } : { now: wrapped };
};

/**
 * Frameworks: the handler that an adapter makes answers what the submission says of the adapter, else a
 * plain 200, and it is noted that no route was run.
 */
export const answerFramework: Answers = (call) => {
  const { module, name, isNew } = call;
  const isAdapter =
    /serverless|aws-lambda|lambda/.test(module) &&
    /^(default|handle|configure|proxy|serverless.*|awsLambda.*)$/i.test(name);
  if (!isAdapter || isNew) return { chain: undefined };
  const answer = () => {
    lent.outside.noteAnswer(module);
    return { statusCode: 200, headers: {}, body: "", isBase64Encoded: false };
  };
  if (name === "proxy") return { later: answer };
  const handled = (event: unknown, context: unknown) =>
    askLater({ ...call, arguments: [event, context] }, { later: answer });
  return { makes: handled };
};

/** Middlewares of middy that are not here: they do nothing. */
export const answerMiddy: Answers = ({ name }) =>
  name === "default" ? { now: { before() {} } } : { chain: undefined };
