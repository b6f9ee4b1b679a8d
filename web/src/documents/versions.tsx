import { Link } from 'wouter';
import { type Answer, useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Badge, Loaded, Section } from '../ui/page';
import css from './document.module.css';
import { documentWords } from './words';

type Found = Answer<'/api/competency-documents/{id}/versions', 'get'>;

/** Every version and edition: those that were imported, and those that the document's own table names. */
export function Versions({ id }: { id: string }) {
  const say = useWords(documentWords);
  const versions = useApi('/api/competency-documents/{id}/versions', { params: { id } });
  return (
    <Section id="versions" title={say.versions}>
      <Loaded of={versions}>
        {(found) => (
          <div className={css.scroll} role="region" tabIndex={0} aria-label={say.versions}>
            <Table id={id} found={found} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Table({ id, found: { known, listed } }: { id: string; found: Found }) {
  const say = useWords(documentWords);
  const { date } = useFormats();
  const unlisted = known.filter((one) => !listed.some(({ documentId }) => documentId === one.id));
  const link = (to: string) =>
    to === id ? <Badge tone="met">{say.thisOne}</Badge> : <Link to={`/documents/${to}`}>{say.open}</Link>;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{say.code}</th>
          <th scope="col">{say.status}</th>
          <th scope="col">{say.date}</th>
          <th scope="col">{say.update}</th>
          <th scope="col">{say.here}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((one) => (
          <tr key={one.code}>
            <th scope="row">{one.code}</th>
            <td>{say[one.status]}</td>
            <td>{date(one.date)}</td>
            <td>{one.updateNote}</td>
            <td>{one.documentId ? link(one.documentId) : say.notHere}</td>
          </tr>
        ))}
        {unlisted.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.code}</th>
            <td>{one.latest ? say.current : say.replaced}</td>
            <td>—</td>
            <td>{one.correction ?? '—'}</td>
            <td>{link(one.id)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
