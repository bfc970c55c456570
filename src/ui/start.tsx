import "./tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App";
import { readAddress } from "./address";
import { isShownAgain, openAddress } from "./linking";

const { hash } = location;
const address = readAddress(hash);
const opening = await openAddress(hash, isShownAgain());
const root = document.getElementById("root");
if (!root) throw new Error("The page has no element to stand in.");

createRoot(root).render(
  <StrictMode>
    <App opening={opening} view={address.kind === "view" ? address.view : { at: "answer" }} />
  </StrictMode>,
);
