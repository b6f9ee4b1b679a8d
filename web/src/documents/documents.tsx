import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { usePages, type Item } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Select, TextField } from '../ui/form';
import { Badge, Empty, Loaded, Page } from '../ui/page';
import css from './documents.module.css';
import { useDelayed } from './use-delayed';
import { documentWords } from './words';

type Kind = Item<'/api/competency-documents'>['kind'];

/** The catalogue, and what is looked for in it. What was looked for stands in the address. */
export function Documents() {
  const say = useWords(documentWords);
  const { number } = useFormats();
  const { operator } = usePerson();
  const [asked, setAsked] = useSearchParams();
  const [search, setSearch] = useState(asked.get('search') ?? '');
  const [kind, setKind] = useState((asked.get('kind') ?? '') as Kind | '');
  const wanted = useDelayed({ search: search.trim(), kind }, (now) => {
    const params = Object.entries(now).filter(([, value]) => value !== '');
    setAsked(
      params.map(([name, value]) => [name, value]),
      { replace: true },
    );
  });
  const query = { ...(wanted.search && { search: wanted.search }), ...(wanted.kind && { kind: wanted.kind }) };
  const documents = usePages('/api/competency-documents', { query: { limit: 100, editions: 'latest', ...query } });
  const isFiltered = Boolean(wanted.search || wanted.kind);
  return (
    <Page title={say.title} actions={operator && <ButtonLink to="/documents/import">{say.import}</ButtonLink>}>
      <p>{say.help}</p>
      <search className={css.search}>
        <TextField
          name="search"
          type="search"
          label={say.search}
          hint={say.searchHint}
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          name="kind"
          label={say.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind | '')}
        >
          <option value="">{say.all}</option>
          <option value="competency_unit">{say.competency_unit}</option>
          <option value="occupational_competency_standard">{say.occupational_competency_standard}</option>
        </Select>
      </search>
      <Loaded of={documents}>
        {(rows) => (
          <>
            <p role="status" className={css.soft}>
              {isFiltered && !documents.hasNextPage && say.found(number(rows.length))}
            </p>
            {rows.length === 0 ? (
              <Empty>{isFiltered ? say.none : say.empty}</Empty>
            ) : (
              <ul className={css.list}>
                {rows.map((document) => (
                  <Row key={document.id} document={document} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {documents.hasNextPage && (
        <div>
          <Button busy={documents.isFetchingNextPage} onClick={() => void documents.fetchNextPage()}>
            {say.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Row({
  document: { id, code, name, kind, level, version, edition, latest },
}: {
  document: Item<'/api/competency-documents'>;
}) {
  const say = useWords(documentWords);
  const about = [say[kind], say.level(level), say.version(version), edition > 1 && say.edition(edition)];
  return (
    <li className={css.row}>
      <div>
        <Link to={`/documents/${id}`} className={css.name}>
          {name}
        </Link>
        <div className={css.soft}>{about.filter(Boolean).join(' · ')}</div>
      </div>
      <span className={css.code}>{code}</span>
      {!latest && <Badge>{say.replaced}</Badge>}
    </li>
  );
}
