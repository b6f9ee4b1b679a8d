import request, { type Test } from 'supertest';
import { type Body, type Play, type Step } from './play.js';
import { type Refs } from './targets.js';

interface ThirdParty {
  name: string;
  email: string;
}
export const manager: ThirdParty = { name: '王店長', email: 'manager@example.com' };

/** The lead assessor invites somebody by mail to report on the candidate. */
export function invite({ name, email }: ThirdParty, refs: Refs): Step {
  return async (play) => {
    const targetRefs = refs(play.refs);
    const invited = { name, email, relation: '直屬主管', targetRefs, locale: 'zh-TW' };
    play.invitation = await play.ask(play.who('lead').post(play.at('/invitations'), invited));
  };
}

/** Whoever has the link of the latest invitation fills in its form, and signs it. */
export function report(title: string, changes: object = {}): Step {
  return async (play) => {
    const secret = await secretOf(play);
    const path = '/api/third-party-form';
    const guest = (call: Test): Promise<Body> => play.ask(call.set('Authorization', `Invitation ${secret}`));
    const { targets, revision } = await guest(request(play.world.server).get(path));
    const written = {
      name: manager.name,
      post: '信義門市店長',
      relation: '直屬主管',
      contact: '02-2345-6789',
      periodFrom: '2025-09-01',
      periodTo: '2026-02-28',
      answers: targets.map(({ ref }: { ref: string }) => ({ ref, seen: 'yes', comment: '每週都做' })),
      ...changes,
    };
    const saving = request(play.world.server).put(path).set('If-Match', `"${revision}"`).send(written);
    const { contentSha256 } = await guest(saving);
    await guest(request(play.world.server).post(`${path}/submission`).send({ accepted: true, contentSha256 }));
    const { itemId } = await play.ask(play.who('lead').get(`/invitations/${play.invitation.id}`));
    play.items.set(title, itemId);
  };
}

/** Without a mail server the administrator finds the link in the outbox, and hands it over. */
async function secretOf(play: Play): Promise<string> {
  const { operator, bodyId } = play.world;
  const { items } = await play.ask(operator.get(`/training-bodies/${bodyId}/notices?limit=50`));
  const { id } = items.find(({ kind }: Body) => kind === 'third_party_invitation');
  const { link } = await play.ask(operator.get(`/notices/${id}`));
  return link.split('#')[1];
}
