import { useEffect, useState } from 'react';
import { Draft, type Saving } from './draft';

/**
 * A draft that is kept while it is written, and at once when the page is left or the line is back. What it begins with,
 * and how it is kept, are what they were at first.
 */
export function useDraft<Content, Kept>(
  begin: Saving,
  content: Content,
  kept: Kept,
  put: (content: Content, kept: Kept) => Promise<Kept>,
): { draft: Draft<Content, Kept>; saving: Saving } {
  const [saving, setSaving] = useState<Saving>(begin);
  const [draft] = useState(() => new Draft(content, kept, put, setSaving));
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (!draft.isKept) event.preventDefault();
    };
    const flush = (): void => void draft.flush().catch(() => undefined); // it was told
    window.addEventListener('beforeunload', hold);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('beforeunload', hold);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('online', flush);
      flush();
    };
  }, [draft]);
  return { draft, saving };
}
