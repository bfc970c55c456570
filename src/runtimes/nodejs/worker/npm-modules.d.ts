declare module "events/events.js" {
  export { EventEmitter as default } from "node:events";
}

declare module "buffer/index.js" {
  export { Buffer } from "node:buffer";
}

declare module "path-browserify" {
  export * from "node:path/posix";
}

declare module "readable-stream" {
  export { default } from "node:stream";
}
