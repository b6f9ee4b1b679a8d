import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, Select, textIn } from '../ui/form';
import { afterChange } from './stale';
import { type Coverage, type Row } from './types';
import { deskWords } from './words';

/** The assessor's word that a knowledge or skill showed in a criterion (rule S4). */
export function Attribute({
  coverage,
  rows,
  onDone,
  onCancel,
}: {
  coverage: Coverage;
  /** Of which knowledge and skills it can be said; asked only where there are several. */
  rows: readonly Row[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const say = useWords(deskWords);
  const stating = useSend('post', '/api/assessments/{id}/attributions', { stale: afterChange });
  const criteria = coverage.targets.filter(({ type }) => type === 'criterion' || type === 'indicator');
  return (
    <Form
      problem={stating.error}
      onSend={(data) =>
        void stating
          .mutateAsync({
            params: { id: coverage.assessmentId },
            body: {
              targetRef: textIn(data, 'targetRef') ?? rows[0]?.ref ?? '',
              throughRef: textIn(data, 'throughRef') ?? '',
            },
          })
          .then(onDone, () => undefined)
      }
    >
      {rows.length > 1 && (
        <Select name="targetRef" label={say.attributeWhat} autoFocus>
          {rows.map(({ ref, code, text }) => (
            <option key={ref} value={ref}>
              {code} {text}
            </option>
          ))}
        </Select>
      )}
      <Select name="throughRef" label={say.attributeThrough} autoFocus={rows.length === 1}>
        {criteria.map(({ ref, code, text }) => (
          <option key={ref} value={ref}>
            {code} {text}
          </option>
        ))}
      </Select>
      <Actions>
        <Button type="submit" kind="primary" busy={stating.isPending}>
          {say.attributeSend}
        </Button>
        <Button onClick={onCancel}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
