import { useAll } from '../api/use-all';
import { useApi } from '../api/use-api';
import { Table } from '../body/table';
import { claimStateLabels } from '../desk/labels';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Badge, Section } from '../ui/page';
import { inOrder } from './blind-order';
import { verifierWords } from './words';

/** What a verifier judged blind beside what the assessors said, where they differ first. Nothing for any other verifier. */
export function Compared({ assessmentId }: { assessmentId: string }) {
  const say = useWords(verifierWords);
  const states = useWords(claimStateLabels);
  const { number } = useFormats();
  const mine = useAll('/api/assessments/{assessmentId}/blind-claims', { params: { assessmentId } });
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id: assessmentId }, when: !!mine.data });
  if (!mine.data || !coverage.data) return null;
  const claims = coverage.data.cells.flatMap((cell) => cell.claims);
  const theirs = new Map(claims.map(({ id, state }) => [id, state]));
  const rows = inOrder(mine.data).flatMap(({ id, target, evidence, answer }) => {
    const other = theirs.get(id);
    return answer && other ? [{ id, target, evidence, answer, other, same: answer.decision === other }] : [];
  });
  const same = rows.filter((row) => row.same).length;
  return (
    <Section title={say.compared}>
      <p>{say.agreedOf(number(same), number(rows.length))}</p>
      <Table
        dense
        label={say.compared}
        columns={[say.target, say.evidence, say.mine, say.theirs, say.sameOrNot, say.myReason]}
      >
        {[...rows]
          .sort((a, b) => Number(a.same) - Number(b.same))
          .map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.target.code}</th>
              <td>
                {row.evidence.number}. {row.evidence.title}
              </td>
              <td>{states[row.answer.decision]}</td>
              <td>{states[row.other]}</td>
              <td>
                <Badge tone={row.same ? 'met' : 'gap'}>{row.same ? say.same : say.differs}</Badge>
              </td>
              <td>{row.answer.reason}</td>
            </tr>
          ))}
      </Table>
    </Section>
  );
}
