import { lent } from "../lent";
import type { Answer, Answers, StubCall } from "./stand-in";

/** Connections that are open, by the module; closing closes all of a module's. */
const open = new Map<string, () => void>();

function connect({ module }: StubCall): void {
  if (!open.has(module)) open.set(module, lent.outside.connect(module));
}

/** A connection to go on with. From behind a closed security group nobody gets one. */
function connection(call: StubCall): Answer {
  connect(call);
  const isClosed = lent.outside.stubOf(call.module)?.answers === "never";
  return isClosed ? { later: () => undefined } : { chain: undefined };
}

function disconnect({ module }: StubCall): void {
  open.get(module)?.();
  open.delete(module);
}

const closing = /^(end|close|quit|disconnect|destroy|shutdown)$/;
const settingUp =
  /^(on|once|off|release|unref|setMaxListeners|removeListener|types|setTypeParser)$/;

/** PostgreSQL: no rows. */
export const answerPostgres: Answers = (call) => {
  const { name, isNew } = call;
  if (isNew || settingUp.test(name) || /^(pg|default|postgres|sql|as|helpers)$/.test(name)) {
    return { chain: () => [] };
  }
  if (closing.test(name)) {
    disconnect(call);
    return { later: () => undefined };
  }
  if (name === "connect") return connection(call);
  connect(call);
  if (/^(one|oneOrNone)$/.test(name)) return { later: () => null };
  if (/^(any|many|manyOrNone|none)$/.test(name)) return { later: () => [] };
  return { later: () => ({ command: "SELECT", rows: [], rowCount: 0, fields: [] }) };
};

/** MySQL and those like it: no rows, and no columns. */
export const answerMysql: Answers = (call) => {
  const { module, name, isNew, arguments: values } = call;
  if (
    isNew ||
    settingUp.test(name) ||
    /^(create|format|escape|promise|config|prepare)/.test(name)
  ) {
    return { chain: undefined };
  }
  if (closing.test(name)) {
    disconnect(call);
    return { later: () => undefined };
  }
  const usesCallback = typeof values.at(-1) === "function";
  if (!usesCallback && /^(connect|getConnection)$/.test(name)) return connection(call);
  connect(call);
  if (/^(connect|getConnection)$/.test(name)) return { later: () => undefined };
  const isPairs = module.includes("mysql2") && !usesCallback;
  return { later: () => (isPairs ? [[], []] : []) };
};

/** MongoDB, and mappers like it: many are `[]`, one is null. */
export const answerMongo: Answers = (call) => {
  const { name, isNew } = call;
  if (closing.test(name)) {
    disconnect(call);
    return { later: () => undefined };
  }
  if (name === "connect") return connection(call);
  if (
    isNew ||
    /^(db|collection|model|Schema|index|set|plugin|virtual|pre|post|on|once)$/.test(name)
  ) {
    return { chain: undefined };
  }
  if (/One|ById|AndUpdate|AndDelete/.test(name) && /^(find|get)/.test(name))
    return { chain: () => null };
  if (/^(toArray|find|aggregate|all|list|query|scan)$/.test(name)) return { chain: () => [] };
  if (/^(count|estimatedDocumentCount)/.test(name)) return { chain: () => 0 };
  if (/^insert/.test(name))
    return {
      later: () => ({
        acknowledged: true,
        insertedCount: 1,
        insertedId: "000000000000000000000000",
      }),
    };
  if (/^update|^replace/.test(name))
    return { later: () => ({ acknowledged: true, matchedCount: 0, modifiedCount: 0 }) };
  if (/^delete/.test(name)) return { later: () => ({ acknowledged: true, deletedCount: 0 }) };
  return { chain: () => [] };
};

/** Query builders and mappers: one is null, many are `[]`. */
export const answerQuery: Answers = ({ name, isNew }) => {
  if (isNew) return { chain: () => [] };
  if (/^\$?(connect|disconnect|destroy|end|close|sync|authenticate|initialize)$/.test(name)) {
    return { chain: () => undefined };
  }
  if (/^(first|findOne|findUnique|findFirst|findByPk|findOneBy|single|maybeSingle)/.test(name)) {
    return { chain: () => null };
  }
  if (/^(create|update|upsert|save|insert|delete|destroy|remove)(One)?$/.test(name)) {
    return { chain: () => ({}) };
  }
  if (/^count/.test(name)) return { chain: () => 0 };
  return { chain: () => [] };
};

/** Caches: nothing is there, and everything can be put. */
export const answerCache: Answers = (call) => {
  const { name, isNew } = call;
  if (closing.test(name)) {
    disconnect(call);
    return { later: () => "OK" };
  }
  if (
    isNew ||
    settingUp.test(name) ||
    /^(create|multi|pipeline|duplicate|defineCommand)/.test(name)
  ) {
    return { chain: undefined };
  }
  connect(call);
  if (/^(set|mset|hset|hmset|setex|flush|select|auth|ping|connect|add)/i.test(name)) {
    return { later: () => (name === "ping" ? "PONG" : "OK") };
  }
  if (/^(keys|smembers|lrange|mget|zrange|hkeys|hvals|scan)/i.test(name))
    return { later: () => [] };
  if (/^hgetall/i.test(name)) return { later: () => ({}) };
  if (/^(del|exists|expire|ttl|incr|decr|llen|scard|zadd|sadd|lpush|rpush)/i.test(name)) {
    return { later: () => (/^incr/i.test(name) ? 1 : 0) };
  }
  return { later: () => null };
};
