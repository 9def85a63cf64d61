import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import type { TrendState } from '@tessera/query-model';
import { useEffect, useRef, useState } from 'react';
import { type Draft, packDraft, rebase, unpackDraft } from './draft.ts';

/** Edits of one thing within this time, such as the letters of a name, are one step of the history. */
const ONE_STEP = 1_500;

export interface Editing {
  draft: Draft;
  /** Whether there is something to save. */
  isChanged: boolean;
  /** Changes the draft; edits with the same `step`, one soon after the other, are undone together. */
  edit: (change: Partial<Draft>, step?: string) => void;
  editTrend: (trend: TrendState, step?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/**
 * A draft that lives in the address, so that it can be shared and survives a reload. Each edit is an entry of the
 * browser's history: undoing one and going back are the same. When something else is stored meanwhile, what is not
 * edited follows.
 */
export function useDraft(saved: Draft): Editing {
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { history } = useRouter();
  const [draft, setDraft] = useState(() => unpackDraft(q) ?? saved);
  const address = useAddress(q, (text) => setDraft(unpackDraft(text) ?? saved));
  const steps = useSteps();
  const savedText = packDraft(saved);
  const [before, setBefore] = useState({ saved, text: savedText });
  if (before.text !== savedText) {
    setBefore({ saved, text: savedText });
    setDraft(rebase(draft, before.saved, saved));
  }

  const edit = (change: Partial<Draft>, step?: string) => {
    const next = { ...draft, ...change };
    const text = packDraft(next);
    const to = text === savedText ? undefined : text;
    setDraft(next);
    if (to === address.shown()) {
      return;
    }
    address.write(to);
    const replace = steps.take(step);
    void navigate({
      to: '.',
      search: (search) => ({ ...search, q: to }),
      replace,
      resetScroll: false,
      ignoreBlocker: true,
    });
  };

  return {
    draft,
    isChanged: packDraft(draft) !== savedText,
    edit,
    editTrend: (trend, step) => edit({ trend }, step),
    undo: () => history.back({ ignoreBlocker: true }),
    redo: () => history.forward({ ignoreBlocker: true }),
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
  };
}

/** Tells the address changing because of an edit, which shows already, from it changing otherwise. */
function useAddress(q: string | undefined, onChange: (q: string | undefined) => void) {
  const shown = useRef(q);
  const written = useRef<(string | undefined)[]>([]);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (q === shown.current) {
      written.current = [];
    } else if (!written.current.includes(q)) {
      shown.current = q;
      change.current(q);
    }
  }, [q]);
  return {
    shown: () => shown.current,
    write: (text: string | undefined) => {
      shown.current = text;
      written.current.push(text);
    },
  };
}

/** Where in the browser's history the edits are. */
function useSteps() {
  const at = useRouterState({ select: (state) => state.location.state.__TSR_index });
  const [first] = useState(at);
  const [last, setLast] = useState(at);
  const latest = useRef({ step: '', time: 0 });
  if (at > last) {
    setLast(at);
  }
  return {
    canUndo: at > first,
    canRedo: at < last,
    /** Records a step; true when it goes on with the one before, whose entry it takes over. */
    take: (step: string | undefined): boolean => {
      const now = Date.now();
      const { step: before, time } = latest.current;
      latest.current = { step: step ?? '', time: now };
      const goesOn = step !== undefined && step === before && now - time < ONE_STEP && at === last;
      setLast(goesOn ? at : at + 1);
      return goesOn;
    },
  };
}
