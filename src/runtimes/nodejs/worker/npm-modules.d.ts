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

declare module "express" {
  const express: object;
  export default express;
}

declare module "body-parser" {
  const bodyParser: object;
  export default bodyParser;
}

declare module "cors" {
  const cors: object;
  export default cors;
}
