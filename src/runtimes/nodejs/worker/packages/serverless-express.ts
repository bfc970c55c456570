import * as serverlessExpress from "@codegenie/serverless-express";
import { providePackages } from "../parts/lent";
import { unlessStandIn } from "./unless-stand-in";

const named = (specifier: string) => {
  const configure = unlessStandIn(specifier, serverlessExpress.default, (options) =>
    Reflect.get(Object(options), "app"),
  );
  return Object.assign(configure, { ...serverlessExpress, default: configure, configure });
};

providePackages({
  "@codegenie/serverless-express": () => named("@codegenie/serverless-express"),
  // The package's former name.
  "@vendia/serverless-express": () => named("@vendia/serverless-express"),
});
