/** Where the keyboard is in the list. It stays with its conversation while rows move around it. */
import { useCallback, useState } from "react";
import type { Row } from "../wire.ts";

export interface Cursor {
  readonly id: string | null;
  /** Counts the moves: each asks for the focus anew. */
  readonly moves: number;
  readonly move: (by: 1 | -1) => void;
  readonly put: (id: string) => void;
  readonly reset: () => void;
}

/** The row after or before a conversation; from outside the list, its first. */
export function neighbour(rows: readonly Row[], id: string | null, by: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.id === id);
  if (at === -1) return rows[0]?.id ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id ?? null;
}

export function useCursor(rows: readonly Row[], open: string | null): Cursor {
  const [{ id, moves }, set] = useState<{ id: string | null; moves: number }>({ id: null, moves: 0 });
  const known = rows.some((row) => row.id === id) ? id : open;
  const put = useCallback((at: string) => {
    set((before) => (before.id === at ? before : { id: at, moves: before.moves }));
  }, []);
  const reset = useCallback(() => {
    set({ id: null, moves: 0 });
  }, []);
  return {
    id: known,
    moves,
    put,
    reset,
    move: (by) => {
      set({ id: neighbour(rows, known, by), moves: moves + 1 });
    },
  };
}
