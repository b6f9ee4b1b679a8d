import { type AppealView } from '../../after-verdict/appeals.view.js';
import { sha256 } from '../../common/ids.js';
import { type VerdictView } from '../../verdicts/verdicts.view.js';
import { type RegisteredDocumentView } from '../../verification/verification.view.js';
import { type Attempt } from '../acting/attempt.js';
import { type Issued, takeHome } from '../acting/deciding.js';
import { expect } from '../expect.js';

/** The candidate appeals within the window; somebody who took no part decides, and signs a document of their own. */
export async function appeal({ candidate, cast, narrator }: Attempt, verdict: VerdictView): Promise<Issued> {
  const { adjudicator } = cast;
  narrator.chapter('申覆', 'The appeal');
  const grounds = '演練紀錄第 2 頁有我以值班主管身分決定切換備援的時間與簽核，評量時沒有看這一頁。';
  const { id } = await candidate.browser.post<AppealView>(`/verdicts/${verdict.id}/appeal`, { grounds });
  narrator.say(
    `${candidate.name}在期限內申覆：「${grounds}」`,
    '張家豪 appeals in time: page 2 of the record of the drill shows that he decided, and nobody looked at it.',
  );
  const read = await adjudicator.browser.download(`/appeals/${id}/verdict-document`);
  expect(sha256(read) === verdict.pdfSha256, 'who decides the appeal reads the verdict as it was issued');
  const reasons =
    '演練紀錄第 2 頁載明切換決定、時間與受評者的簽核，不接受的理由與證據內容不符。判定不再成立，由其他評量者補評。';
  const { decision } = await adjudicator.browser.post<AppealView>(`/appeals/${id}/decision`, {
    outcome: 'upheld',
    reasons,
  });
  const register = await adjudicator.browser.look<RegisteredDocumentView>(`/verify/${verdict.documentNumber}`);
  expect(register.supersededBy === decision!.documentNumber, 'the register says by what the verdict no longer stands');
  narrator.say(
    `${adjudicator.name}沒有參與評量，讀過判定後決定申覆有理由（${decision!.documentNumber}，獨立簽章的文件）；原判定保留原樣，公開登記簿註明不再成立。`,
    `周淑芬, who took no part, reads the verdict and upholds the appeal (${decision!.documentNumber}, a signed document of its own). The verdict stays as it was given; the public register says that it stands no longer.`,
  );
  const title = `${candidate.name} ${narrator.words('申覆決定：有理由', 'appeal upheld')}`;
  return takeHome(candidate, `/appeals/${id}`, decision!, { name: 'appeal-decision', title });
}
