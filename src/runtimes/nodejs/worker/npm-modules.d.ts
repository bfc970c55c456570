declare module "events/events.js" {
  export { EventEmitter as default } from "node:events";
}

declare module "buffer/index.js" {
  export { Buffer } from "node:buffer";
}
