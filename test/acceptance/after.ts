import { type Body, type Part, type Play, type Step } from './play.js';

/** The candidate is told of the verdict. */
export function notify(by: Part = 'lead'): Step {
  return async (play) => {
    await play.ask(play.who(by).post(`/verdicts/${play.verdict.id}/notification`, { channel: 'in_app' }));
  };
}

/** The candidate confirms that they have the document. */
export function receive(): Step {
  return async (play) => {
    const { id, pdfSha256 } = play.verdict;
    await play.ask(play.candidate.post(`/verdicts/${id}/receipt`, { documentSha256: pdfSha256 }));
  };
}

export function withdraw(by: Part = 'candidate'): Step {
  return async (play) => {
    await play.ask(play.who(by).post(play.at('/withdrawal'), { reason: '個人因素。' }));
  };
}

/** The next attempt opens, with the claims that were accepted. */
export function reassess(lead: Part = 'lead', by: Part = 'officer'): Step {
  return async (play) => {
    const next = { leadAssessorId: play.who(lead).id, carryOver: 'accepted' };
    await goOn(play, await play.ask(play.who(by).post(play.at('/reassessment'), next)));
  };
}

async function goOn(play: Play, next: Body): Promise<void> {
  const { assessmentId, verdict } = play;
  play.earlier.push({ assessmentId, verdict });
  play.assessmentId = next.id;
  play.verdict = undefined;
  await play.use(next.document.id);
}
