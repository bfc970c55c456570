import serverless from "serverless-http";
import { providePackages } from "../parts/lent";
import { unlessStandIn } from "./unless-stand-in";

providePackages({
  "serverless-http": () => unlessStandIn("serverless-http", serverless, (app) => app),
});
