import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call, Problem } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { sendFile } from '../../uploads/send-file';
import { forget } from '../../uploads/remembered';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Progress, Section } from '../../ui/page';
import { type EvidenceFile } from '../types';
import css from './records.module.css';
import { recordWords } from './words';

/** Photos, recordings and sheets of the occasion; large ones go piece by piece. They are part of what is signed. */
export function Attachments({
  assessmentId,
  id,
  files,
  keep,
}: {
  assessmentId: string;
  id: string;
  files: readonly EvidenceFile[];
  /** The record has to be there before anything is added to it. */
  keep: () => Promise<void>;
}) {
  const say = useWords(recordWords);
  const { size } = useFormats();
  const queries = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [added, setAdded] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return;
    setProblem(null);
    setShare(0);
    try {
      await keep();
      const total = chosen.reduce((sum, file) => sum + file.size, 0) || 1;
      let before = 0;
      const uploadIds: string[] = [];
      for (const file of chosen) {
        const onSent = (bytes: number): void => setShare((before + bytes) / total);
        uploadIds.push(await sendFile({ assessmentId, file, onSent }));
        before += file.size;
      }
      const form = new FormData();
      for (const one of uploadIds) form.append('uploadIds', one);
      await call('post', '/api/evidence/{id}/files', { params: { id }, form });
      for (const file of chosen) forget(assessmentId, file);
      setAdded(chosen.length);
      await queries.invalidateQueries({ queryKey: ['/api/evidence/{id}'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setShare(null);
    }
  };
  return (
    <Section title={say.files}>
      {files.length > 0 && (
        <ul className={css.files}>
          {files.map((file) => (
            <li key={file.id}>
              {file.name} <span className={css.soft}>{size(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      <label className={css.pick}>
        <span>{say.addFiles}</span>
        <input
          type="file"
          multiple
          disabled={share !== null}
          onChange={({ currentTarget }) => {
            void add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p className={css.soft}>{say.filesHelp}</p>
      {share !== null && <Progress share={share} label={say.sendingFiles} />}
      {problem && <ProblemNotice problem={problem} />}
      <div aria-live="polite">{added > 0 && share === null && <Notice tone="met" title={say.filesAdded(added)} />}</div>
    </Section>
  );
}
