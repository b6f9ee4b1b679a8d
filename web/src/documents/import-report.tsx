import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addressOf, pageHeaders, type Problem, problemOf } from '../api/client';
import { useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { Loaded, Page } from '../ui/page';
import { type CompetencyDocument } from './document';
import { placesOf } from './places';
import { type Remark } from './remark';
import css from './report.module.css';
import { Source } from './source';
import { documentWords } from './words';

/** What the reader made of a source, beside the source. */
export function ImportReport({ id }: { id: string }) {
  const say = useWords(documentWords);
  const document = useApi('/api/competency-documents/{id}', { params: { id } });
  const source = useSource(id);
  return (
    <Page
      title={say.reportTitle}
      over={document.data && `${document.data.code} ${document.data.name}`}
      actions={<ButtonLink to={`/documents/${id}`}>{say.back}</ButtonLink>}
    >
      <p>{say.reportHelp}</p>
      <Loaded of={document}>
        {(read) => <Loaded of={source}>{(text) => <Beside document={read} source={text} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Beside({ document, source }: { document: CompetencyDocument; source: string }) {
  const say = useWords(documentWords);
  const { number } = useFormats();
  const { pieces, found } = useMemo(() => placesOf(source, document.items), [source, document.items]);
  return (
    <div className={css.beside}>
      <div className={css.pane} role="region" tabIndex={0} aria-label={say.reportTitle}>
        <Findings id={document.id} />
        <h2>{say.items(number(found.size), number(document.items.length))}</h2>
        <ul className={css.items}>
          {document.items.map(({ ref, code, text }) => (
            <li key={ref}>
              {found.has(ref) ? (
                <a href={`#at-${encodeURIComponent(ref)}`}>{code}</a>
              ) : (
                <span title={say.notMarked}>
                  {code} ▲<span className="unseen">{say.notMarked}</span>
                </span>
              )}{' '}
              {text}
            </li>
          ))}
        </ul>
      </div>
      <Source pieces={pieces} items={document.items} />
    </div>
  );
}

function Findings({ id }: { id: string }) {
  const say = useWords(documentWords);
  const { number } = useFormats();
  const report = useApi('/api/competency-documents/{id}/report', { params: { id } });
  return (
    <Loaded of={report}>
      {({ findings }) => {
        const lists = Object.entries(findings as Record<string, Remark[]>).filter(([, list]) => list.length > 0);
        const count = lists.reduce((sum, [, list]) => sum + list.length, 0);
        return (
          <>
            <h2>{say.findings(number(count))}</h2>
            {count === 0 && <p>{say.noFindings}</p>}
            {lists.map(([category, list]) => (
              <details key={category} open={list.length <= 5}>
                <summary>
                  {say[category as 'other']} ({number(list.length)})
                </summary>
                <ul className={css.items}>
                  {list.map(({ line, column, text }, index) => (
                    <li key={index}>
                      <a href={`#line-${line}`}>{column ? say.cell(line, column) : say.line(line)}</a> {text}
                    </li>
                  ))}
                </ul>
              </details>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

/** The text that was imported, which never changes. */
function useSource(id: string) {
  const address = addressOf('/api/competency-documents/{id}/source', { id });
  return useQuery<string, Problem>({
    queryKey: [address],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { headers: pageHeaders(), credentials: 'same-origin', signal });
      if (!answer.ok) throw await problemOf(answer);
      return answer.text();
    },
  });
}
