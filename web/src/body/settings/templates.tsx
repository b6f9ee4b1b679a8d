import { useState } from 'react';
import { type Answer, type Body } from '../../api/client';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Select } from '../../ui/form';
import { Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters } from '../table';
import { Look } from './look';
import { settingsWords } from './words';

export const templatePath = '/api/training-bodies/{bodyId}/templates/{kind}';
const kinds = ['certificate', 'verdict', 'appeal'] as const;
export type Template = Answer<typeof templatePath, 'get'>;
export type TemplateChange = Body<typeof templatePath, 'put'>;

/** How a body's documents look, kind by kind. */
export function Templates() {
  const say = useWords(settingsWords);
  const { aside, instant, number } = useFormats();
  const bodyId = useBodyId();
  const [kind, setKind] = useState<(typeof kinds)[number]>('certificate');
  const template = useApi(templatePath, { params: { bodyId, kind } });
  return (
    <BodyPage
      title={say.templates}
      actions={<ButtonLink to={`/bodies/${bodyId}/settings`}>{say.toSettings}</ButtonLink>}
    >
      <p>{say.templatesHelp}</p>
      <Filters>
        <Select
          name="kind"
          label={say.kind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value as (typeof kinds)[number])}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
      </Filters>
      <Loaded of={template}>
        {(now) => (
          <>
            <p>
              {now.version > 0 ? say.templateVersion(number(now.version)) : say.templateDefaults}
              {now.changedAt && aside(say.templateBy(now.changedBy?.name ?? '', instant(now.changedAt)))}
            </p>
            <Look key={kind} now={now} />
          </>
        )}
      </Loaded>
    </BodyPage>
  );
}
