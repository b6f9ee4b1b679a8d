import { Link } from 'wouter';
import { addressOf } from '../api/client';
import { type Answer, useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button, ButtonLink, DownloadLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { LoadedPage, Page, Section } from '../ui/page';
import css from './document.module.css';
import { Facts } from './facts';
import { Guide } from './guide';
import { Notes } from './notes';
import { StandardBody } from './standard-body';
import { UnitBody } from './unit-body';
import { Versions } from './versions';
import { documentWords } from './words';

export type CompetencyDocument = Answer<'/api/competency-documents/{id}', 'get'>;

/** One document, to be read. */
export function Document({ id }: { id: string }) {
  const document = useApi('/api/competency-documents/{id}', { params: { id } });
  return <LoadedPage of={document}>{(read) => <Read key={read.id} document={read} />}</LoadedPage>;
}

function Read({ document }: { document: CompetencyDocument }) {
  const say = useWords(documentWords);
  const { id, kind, code, name } = document;
  const isUnit = kind === 'competency_unit';
  const contents = isUnit
    ? ([
        ['tasks', say.tasks],
        ['key-aspects', say.keyAspects],
        ['methods', say.methods],
        ['contexts', say.contexts],
        ['knowledge', say.knowledge],
        ['skills', say.skills],
      ] as const)
    : ([
        ['duties', say.duties],
        ['blocks', say.blocks],
        ['attitudes', say.attitudes],
      ] as const);
  return (
    <Page
      title={name}
      over={`${say[kind]} ${code}`}
      actions={<Button onClick={() => window.print()}>{say.print}</Button>}
    >
      <Newer document={document} />
      <Facts document={document} />
      <nav aria-label={say.contents} className={css.contents}>
        {contents.map(([to, label]) => (
          <a key={to} href={`#${to}`}>
            {label}
          </a>
        ))}
        <a href="#versions">{say.versions}</a>
      </nav>
      {isUnit ? <UnitBody document={document} /> : <StandardBody document={document} />}
      <Notes body={document.body} />
      {isUnit && <Guide id={id} />}
      <Versions id={id} />
      <Section title={say.report}>
        <div className={css.actions}>
          <ButtonLink to={`/documents/${id}/report`}>{say.report}</ButtonLink>
          <DownloadLink href={addressOf('/api/competency-documents/{id}/source', { id })} download>
            {say.source}
          </DownloadLink>
          <DownloadLink href={addressOf('/api/competency-documents/{id}/interchange', { id })} download>
            {say.interchange}
          </DownloadLink>
        </div>
      </Section>
    </Page>
  );
}

/** Says where the newest is to who reads an older version or edition. */
function Newer({ document: { id } }: { document: CompetencyDocument }) {
  const say = useWords(documentWords);
  const versions = useApi('/api/competency-documents/{id}/versions', { params: { id } });
  const newest = versions.data?.known[0];
  if (!newest || newest.id === id) return null;
  return (
    <Notice tone="wait">
      <Link to={`/documents/${newest.id}`}>{say.newer(`${newest.code} ${newest.name}`)}</Link>
    </Notice>
  );
}
