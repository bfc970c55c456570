import bodyParser from "body-parser";
import cors from "cors";
import express from "express";
import { providePackages } from "../parts/lent";

/** Bundled into a function, so that the module is run when it is asked for. */
declare const require: (specifier: string) => object;

providePackages({
  express: () => express,
  // It changes Express where it is loaded.
  "express-async-errors": () => require("express-async-errors"),
  "body-parser": () => bodyParser,
  cors: () => cors,
});
