import {
  type CSSProperties,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import type { Finding } from "../diagnosis/finding";
import Boundary from "../editor/Boundary";
import type { Report } from "../report/report";
import type { Request, Submission } from "../submission/submission";
import styles from "./App.module.css";
import { hashOf } from "./address";
import { useAddress } from "./addressing";
import Blank from "./Blank";
import Divider from "./Divider";
import { useDrafting } from "./drafting";
import Failed from "./Failed";
import DropZone from "./files/DropZone";
import { useDropping } from "./files/dropping";
import { chooseFiles, useTaking } from "./files/taking";
import Header from "./Header";
import { prepareRun, useJudging, usePrefetching, usePythonReady } from "./judging";
import { asksForLink, asksToRun } from "./keyboard";
import { message } from "./message";
import NoticeBar from "./NoticeBar";
import type { Notice } from "./notice";
import Ready from "./Ready";
import { openingState, reduce } from "./reduce";
import { useRevealing } from "./revealing";
import { commitFocusedField } from "./settings/committing";
import { useSharing } from "./sharing";
import { useSplit } from "./split";
import { withStub } from "./stand-ins/rows";
import { currentReport, isBlank, type Opening, progressOf, type View } from "./state";
import TextPane from "./TextPane";

const Answer = lazy(() => import("./Answer"));
const CauseList = lazy(() => import("./CauseList"));
const CausePage = lazy(() => import("./CausePage"));
const FactList = lazy(() => import("./facts/FactList"));
const FactPage = lazy(() => import("./facts/FactPage"));
const SecretsDialog = lazy(() => import("./secrets/SecretsDialog"));

interface AppProps {
  readonly opening: Opening;
  readonly view: View;
}

/** The whole page. */
export default function App({ opening, view: firstView }: AppProps) {
  const [state, dispatch] = useReducer(reduce, undefined, () => openingState(opening, firstView));
  const { submission, answer, failure, notice, view, judging } = state;
  const progress = progressOf(state);
  const running = progress === "running";
  const current = currentReport(state);
  const blank = isBlank(submission);
  const home = hashOf({ at: "answer" }, state.owner);

  const tell = useCallback((told: Notice) => dispatch({ type: "noticed", notice: told }), []);
  const onDraftRefused = useCallback(
    () => tell({ text: message("draft.refused"), tone: "plain" }),
    [tell],
  );
  useJudging(judging, dispatch);
  usePrefetching();
  usePythonReady(submission);
  const [split, setSplit] = useSplit();
  useDrafting(state, onDraftRefused);
  useAddress(state.owner, view, dispatch);

  const revealing = useRevealing(state, dispatch);
  const headlineRef = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => scrollToTop(pane.current, view), [view]);
  useEffect(() => {
    if (!asked || !current) return;
    setAsked(false);
    showHeadline(headlineRef.current);
  }, [asked, current]);

  const run = useCallback(() => {
    setAsked(true);
    dispatch({ type: "run" });
  }, []);

  const openExample = (example: Submission, title: string) => {
    setAsked(true);
    const undo: Opening = { submission, origin: "offer" };
    const told: Notice = { text: message("example.opened", { title }), tone: "plain" };
    const offered = blank
      ? {}
      : { notice: { ...told, offer: { label: message("undo"), opening: undo } } };
    dispatch({ type: "opened", opening: { submission: example, origin: "example", ...offered } });
  };

  const { openView } = revealing;
  const applyFix = useCallback(
    ({ fix }: Finding) => {
      if (!fix) return;
      setAsked(true);
      openView("response");
      dispatch({ type: "fix-applied", submission: fix.submission });
      headlineRef.current?.focus({ preventScroll: true });
    },
    [openView],
  );

  const sendRequest = (request: Request) => {
    const undo: Opening = { submission, origin: "offer" };
    const { method, path } = request;
    dispatch({ type: "configured", change: { request } });
    tell({
      text: message("browser.request.changed", { method, path }),
      tone: "plain",
      offer: { label: message("undo"), opening: undo },
    });
  };

  const deleteFile = (index: number) => {
    const undo: Opening = { submission, origin: "offer" };
    const path = submission.files[index]?.path ?? "";
    dispatch({ type: "file-deleted", index });
    tell({
      text: message("files.deleted", { path }),
      tone: "plain",
      offer: { label: message("undo"), opening: undo },
    });
  };

  const onTaken = useCallback((opening: Opening, path: string | undefined) => {
    dispatch({ type: "opened", opening });
    const index = opening.submission.files.findIndex((file) => file.path === path);
    if (index > 0) dispatch({ type: "file-opened", index });
  }, []);
  const takeOffer = useTaking(submission, onTaken, tell);
  const dropping = useDropping(takeOffer);
  const choose = (folder: boolean) => chooseFiles(folder, (offer) => void takeOffer(offer));

  const sharing = useSharing(submission, current, tell);
  const { question, share } = sharing;

  const latestShare = useRef(share);
  useLayoutEffect(() => {
    latestShare.current = share;
  });
  useEffect(() => {
    if (question) return;
    const onKey = (event: KeyboardEvent) => {
      if (!asksToRun(event) && !asksForLink(event)) return;
      commitFocusedField();
      if (asksToRun(event)) run();
      else void latestShare.current("link");
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [run, question]);

  const marked = running ? answer?.report : current;
  const onFixOfCause = useCallback(
    (id: string) => {
      const finding = current?.findings.find(({ cause }) => cause === id);
      if (finding) applyFix(finding);
    },
    [current, applyFix],
  );

  return (
    <div className={styles.page} data-view={view.at === "answer" ? "answer" : "page"}>
      <Header
        home={home}
        running={judging && (judging.pressed ? "pressed" : "followed")}
        onShare={(way) => void share(way)}
        onExample={openExample}
        onApproach={() => void prepareRun(submission)}
        onRun={run}
        onStop={() => dispatch({ type: "stopped" })}
      />
      {notice && (
        <NoticeBar
          notice={notice}
          onAccept={(accepted) => dispatch({ type: "opened", opening: accepted })}
          onReview={(way) => void sharing.review(way)}
          onDismiss={() => dispatch({ type: "noticed", notice: undefined })}
        />
      )}
      {dropping && <DropZone />}
      {question && (
        <Suspense fallback={null}>
          <SecretsDialog
            question={question}
            kept={sharing.kept}
            onAnswer={(kept) => void sharing.answer(question, kept)}
            onCancel={sharing.cancel}
          />
        </Suspense>
      )}
      <main
        className={styles.main}
        data-state={progress}
        style={{ "--split": `${split}%` } as CSSProperties}
      >
        <div className={styles.text}>
          <TextPane
            state={state}
            told={toldBy(current) ?? submission}
            report={view.at === "answer" ? marked : undefined}
            form={revealing.form}
            editorHandle={revealing.editor}
            dispatch={dispatch}
            onForm={revealing.openForm}
            onFix={current && onFixOfCause}
            onDelete={deleteFile}
            onChoose={choose}
          />
        </div>
        <Divider split={split} onSplit={setSplit} />
        <div ref={pane} className={styles.answer}>
          <Boundary attempt={state} instead={(error) => <Failed text={error.message} />}>
            <Suspense fallback={null}>{renderAnswer()}</Suspense>
          </Boundary>
        </div>
      </main>
    </div>
  );

  function renderAnswer() {
    if (view.at === "causes") return <CauseList home={home} />;
    if (view.at === "cause") return <CausePage id={view.id} home={home} onExample={openExample} />;
    if (view.at === "facts") return <FactList home={home} />;
    if (view.at === "fact") return <FactPage id={view.id} home={home} />;
    if (failure?.submission === submission && !running) return <Failed text={failure.text} />;
    if (blank) return <Blank onExample={openExample} onChoose={choose} />;
    if (!answer) {
      return (
        <Ready
          submission={submission}
          foreign={state.foreign}
          running={running}
          loading={state.loading}
          onRun={run}
        />
      );
    }
    return (
      <Answer
        report={answer.report}
        stale={current === undefined}
        running={running}
        loading={state.loading}
        view={revealing.view}
        path={revealing.path}
        headlineRef={headlineRef}
        onView={revealing.openView}
        onReveal={revealing.reveal}
        onApply={applyFix}
        onRequest={sendRequest}
        onGateway={(gateway) => {
          setAsked(true);
          dispatch({ type: "configured", change: { gateway } });
        }}
        stubs={submission.stubs}
        onStub={(module, stub) => {
          const stubs = withStub(submission.stubs, module, stub);
          dispatch({ type: "configured", change: { stubs } });
        }}
      />
    );
  }
}

/** The submission as a log or a configuration tells it: the gateway, the request, the runtime. */
function toldBy(report: Report | undefined): Submission | undefined {
  const isTold = report?.submission.kind === "log" || report?.reading.configuration;
  return isTold ? report?.submission : undefined;
}

/** Begins a view at its top, whichever of the pane and the page scrolls. */
function scrollToTop(pane: HTMLElement | null, view: View): void {
  pane?.scrollTo(0, 0);
  if (view.at !== "answer") window.scrollTo(0, 0);
}

/** Brings the headline of a new answer into sight where it is out of it. */
function showHeadline(heading: HTMLElement | null): void {
  if (!heading) return;
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 56 || bottom > innerHeight) heading.scrollIntoView({ block: "start" });
}
