import { type ComponentType, lazy } from 'react';
import { useWords } from '../i18n/words';
import { type Role, useHasRole, usePerson } from '../session/session';
import { NotFound } from '../shell/shell';
import { ButtonLink } from '../ui/button';
import { Empty } from '../ui/page';
import { BodyPage, useBodyId } from './frame';
import { bodyWords } from './words';

/**
 * Pages of a body for these roles alone, each read when it is first opened. Others of the body are told whose it is, and
 * the server is asked nothing.
 */
export function onlyFor(...roles: readonly Role[]): (load: () => Promise<ComponentType>) => ComponentType {
  return (load) => {
    const Page = lazy(() => load().then((page) => ({ default: page })));
    return function OnlyFor() {
      const bodyId = useBodyId();
      const isOf = usePerson().memberships.some((one) => one.bodyId === bodyId);
      const may = useHasRole(roles, bodyId);
      return may ? <Page /> : isOf ? <NotForYou roles={roles} /> : <NotFound />;
    };
  };
}

function NotForYou({ roles }: { roles: readonly Role[] }) {
  const say = useWords(bodyWords);
  return (
    <BodyPage title={say.notForYou}>
      <Empty>
        <p>{say.onlyFor(roles.map((role) => say[role]).join(say.or))}</p>
        <ButtonLink to="/">{say.toWork}</ButtonLink>
      </Empty>
    </BodyPage>
  );
}
