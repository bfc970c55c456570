import { useEffect, useRef, useState } from "react";
import Boundary from "./Boundary";
import type { EditorProps } from "./editor";
import PlainEditor, { type Handover } from "./PlainEditor";

type MonacoModule = typeof import("./MonacoEditor");

/** Where Monaco serves well: its makers do not support touch, and it needs room. */
const roomForMonaco = "(pointer: fine) and (min-width: 720px)";

/** Monaco's module once it has been fetched: after the first paint, and only where there is room for it. */
function useMonaco(): MonacoModule | undefined {
  const [monaco, setMonaco] = useState<MonacoModule>();
  useEffect(() => {
    const media = matchMedia(roomForMonaco);
    let left = false;
    const fetchOnce = () => {
      if (!media.matches) return;
      media.removeEventListener("change", fetchOnce);
      // Without Monaco (offline, say) the plain editor stays, and nothing is lost.
      import("./MonacoEditor").then(
        (module) => !left && setMonaco(module),
        () => undefined,
      );
    };
    media.addEventListener("change", fetchOnce);
    const painted = requestAnimationFrame(() => setTimeout(fetchOnce));
    return () => {
      left = true;
      cancelAnimationFrame(painted);
      media.removeEventListener("change", fetchOnce);
    };
  }, []);
  return monaco;
}

/** The editor: a plain textarea first, Monaco as soon as it is there, with the same text, selection and focus. */
export default function Editor(props: EditorProps & { onUpgrade: () => void }) {
  const monaco = useMonaco();
  const [composing, setComposing] = useState(false);
  const [upgraded, setUpgraded] = useState(false);
  const handover = useRef<Handover>(undefined);
  if (monaco && !composing && !upgraded) setUpgraded(true);

  const { onUpgrade } = props;
  useEffect(() => {
    if (upgraded) onUpgrade();
  }, [upgraded, onUpgrade]);

  const plain = <PlainEditor {...props} handover={handover} onComposing={setComposing} />;
  if (!monaco || !upgraded) return plain;
  return (
    <Boundary attempt={monaco} instead={() => plain}>
      <monaco.default {...props} handover={handover} />
    </Boundary>
  );
}
