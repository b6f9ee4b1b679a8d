import { Link } from 'wouter';
import { useApi } from '../api/use-api';
import { formLabels } from '../desk/labels';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { type Evidence } from '../uploads/upload-evidence';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Badge, LoadedPage, Page } from '../ui/page';
import { MarkingPlaces } from '../viewer/marking';
import { ItemChanges } from './item-changes';
import { evidenceWords } from './evidence-words';
import { focusDate } from './focus-date';
import css from './item.module.css';
import { Mapping } from './mapping';
import { Preview } from './preview';
import { candidateWords } from './words';

/** One piece of evidence of the candidate's: what it is, beside what it shows. */
export function ItemPage({ id, itemId }: { id: string; itemId: string }) {
  const item = useApi('/api/evidence/{id}', { params: { id: itemId } });
  // While another item is read, nothing of the one before is shown: ticks must not land on the wrong one.
  const one = item.data?.id === itemId ? item.data : undefined;
  return (
    <LoadedPage of={{ data: one, error: item.error, refetch: item.refetch }}>
      {(data) => <Item key={itemId} assessmentId={id} item={data} />}
    </LoadedPage>
  );
}

function Item({ assessmentId, item }: { assessmentId: string; item: Evidence }) {
  const say = useWords(evidenceWords);
  const { back } = useWords(candidateWords);
  const { day } = useFormats();
  const me = usePerson();
  const assessment = useApi('/api/assessments/{id}', { params: { id: assessmentId } });
  const isMine = item.submittedBy === me.id;
  const isOpen = assessment.data ? !assessment.data.decidedAt && !assessment.data.withdrawnAt : false;
  const isRecord = item.class === 'direct' || item.form === 'third_party_report';
  const canCorrect = isOpen && isMine && !item.withdrawnAt;
  const undated = canCorrect && !item.producedOn;
  const canMap = isOpen && !isRecord && !item.withdrawnAt;
  return (
    <Page title={item.title} over={<Link to={`/assessments/${assessmentId}`}>{back}</Link>}>
      <Facts item={item} undated={undated} />
      {canMap && (
        <a className={css.jump} href="#mapping">
          {say.toMapping}
        </a>
      )}
      {item.withdrawnAt && <Notice tone="wait" title={say.gone(day(item.withdrawnAt), item.withdrawalReason ?? '')} />}
      <MarkingPlaces when={canMap}>
        <div className={css.beside}>
          <Preview item={item} />
          <div className={css.work}>
            {assessment.data && !isOpen && <p>{say.closed}</p>}
            {isOpen && isRecord && <p>{say.notMine}</p>}
            {canMap && <Mapping item={item} undated={undated} />}
          </div>
        </div>
      </MarkingPlaces>
      {canCorrect && <ItemChanges item={item} />}
    </Page>
  );
}

function Facts({ item, undated }: { item: Evidence; undated: boolean }) {
  const say = useWords(evidenceWords);
  const forms = useWords(formLabels);
  const { date, day, instant } = useFormats();
  return (
    <ul className={css.facts}>
      <li>
        {say.what(item.number)} · {forms[item.form]}
        {item.files.length > 1 && ` · ${say.files(item.files.length)}`}
      </li>
      <li>{item.producedOn ? say.produced(date(item.producedOn)) : <Badge tone="gap">{say.producedUnknown}</Badge>}</li>
      {undated && (
        <li>
          <Button small onClick={focusDate}>
            {say.fillDate}
          </Button>
        </li>
      )}
      <li>{say.received(instant(item.receivedAt))}</li>
      <li>
        {item.declaredAt ? (
          <Badge tone="met">{say.declared(day(item.declaredAt))}</Badge>
        ) : (
          <Badge tone="wait">{say.notDeclared}</Badge>
        )}
      </li>
    </ul>
  );
}
