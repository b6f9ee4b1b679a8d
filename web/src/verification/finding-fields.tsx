import { useRef } from 'react';
import { type Body } from '../api/client';
import { useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Select, TextArea, textIn } from '../ui/form';
import { rulesOfEvidence } from '../candidate/four-rules';
import css from './verification.module.css';
import { verifierWords } from './words';

type Finding = Body<'/api/assessments/{assessmentId}/verifications', 'post'>['findings'][number];

/** The findings that stand in a form, in the order in which they stand there. */
export function findingsIn(data: FormData, count: number): Finding[] {
  return Array.from({ length: count }, (_, i) => ({
    targetRef: textIn(data, `findings.${i}.targetRef`) ?? null,
    ruleOfEvidence: (textIn(data, `findings.${i}.ruleOfEvidence`) as Finding['ruleOfEvidence']) ?? null,
    text: textIn(data, `findings.${i}.text`) ?? '',
  }));
}

/** What was found, point by point: of which target, by which rule of evidence, and what. */
export function FindingFields({
  assessmentId,
  points,
  onChange,
}: {
  assessmentId: string;
  /** A key for each point. */
  points: readonly number[];
  onChange: (points: readonly number[]) => void;
}) {
  const say = useWords(verifierWords);
  const { number } = useFormats();
  const adder = useRef<HTMLDivElement>(null);
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id: assessmentId } });
  const remove = (key: number): void => {
    onChange(points.filter((one) => one !== key));
    adder.current?.querySelector('button')?.focus();
  };
  return (
    <>
      {points.map((key, i) => (
        <fieldset key={key} className={css.point}>
          <legend>{say.point(number(i + 1))}</legend>
          <div className={css.pair}>
            <Select name={`findings.${i}.targetRef`} label={say.target} autoFocus={i > 0}>
              <option value="">{say.whole}</option>
              {coverage.data?.targets.map(({ ref, code, text }) => (
                <option key={ref} value={ref}>
                  {code} {text}
                </option>
              ))}
            </Select>
            <Select name={`findings.${i}.ruleOfEvidence`} label={say.rule}>
              <option value="">{say.noRule}</option>
              {rulesOfEvidence.map((rule) => (
                <option key={rule} value={rule}>
                  {say[rule]}
                </option>
              ))}
            </Select>
          </div>
          <TextArea name={`findings.${i}.text`} label={say.found} hint={i === 0 && say.foundHint} rows={3} />
          {points.length > 1 && (
            <div>
              <Button small onClick={() => remove(key)}>
                {say.removePoint(number(i + 1))}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div ref={adder}>
        <Button small onClick={() => onChange([...points, Math.max(...points) + 1])}>
          {say.addPoint}
        </Button>
      </div>
    </>
  );
}
