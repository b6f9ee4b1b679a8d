import { useEffect } from 'react';
import { useWords } from '../i18n/words';
import { Page } from '../ui/page';
import { Device } from './device';
import { prepareOffline } from './offline';
import { OutboxBar } from './outbox-bar';
import { Records } from './records';
import { Strip } from './strip';
import { TakenAlong } from './taken-along';
import { fieldWords } from './words';
import { Workplaces } from './workplaces';

/** A day in the field: who was taken along, whom else to take, and what is on its way to the server. */
export function Field() {
  useEffect(prepareOffline, []);
  const say = useWords(fieldWords);
  return (
    <Page title={say.title}>
      <Strip />
      <OutboxBar />
      <p>{say.lead}</p>
      <TakenAlong />
      <Records />
      <Workplaces />
      <Device />
    </Page>
  );
}
