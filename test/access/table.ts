/**
 * Who may do what: a row for every route, and one more wherever another subject changes the answer (after the dash).
 * A column for every part of the cast, in its order:
 *
 *   nobody, one-time password │ operator │ administrator, officer │ lead, second, unassigned assessor │
 *   verifier, unassigned verifier │ candidate, another candidate │ other body, former assessor
 *
 * `x` a rule of domain.md refuses (422); `+` may; `-` knows of it and may not (403); `.` is not to know of it (404); `!` must sign in (401).
 */
// prettier-ignore
export const table = {
  'GET /':                                                                '++ + ++ +++ ++ ++ ++',
  'GET /health':                                                          '++ + ++ +++ ++ ++ ++',
  'GET /ready':                                                           '++ + ++ +++ ++ ++ ++',
  'GET /api/openapi.json':                                                '++ + ++ +++ ++ ++ ++',
  'GET /api/docs':                                                        '++ + ++ +++ ++ ++ ++',
  'GET /api/docs/':                                                       '++ + ++ +++ ++ ++ ++',
  'GET /api/docs/index.html':                                             '++ + ++ +++ ++ ++ ++',
  'GET /api/docs/LICENSE':                                                '.. . .. ... .. .. ..',
  'GET /api/docs/swagger-ui-init.js':                                     '++ + ++ +++ ++ ++ ++',
  'GET /api/docs/docs/swagger-ui-init.js':                                '++ + ++ +++ ++ ++ ++',
  'GET /api/docs-yaml':                                                   '++ + ++ +++ ++ ++ ++',

  'POST /api/session':                                                    '++ + ++ +++ ++ ++ ++',
  'GET /api/session':                                                     '!+ + ++ +++ ++ ++ ++',
  'DELETE /api/session':                                                  '!+ + ++ +++ ++ ++ ++',
  'PUT /api/password':                                                    '!+ + ++ +++ ++ ++ ++',
  'GET /api/sessions':                                                    '!- + ++ +++ ++ ++ ++',
  'DELETE /api/sessions/:id':                                             '!- + ++ +++ ++ ++ ++',
  'DELETE /api/sessions/:id — of somebody else':                          '!- . .. ... .. .. ..',
  'GET /api/api-tokens':                                                  '!- + ++ +++ ++ ++ ++',
  'POST /api/api-tokens':                                                 '!- + ++ +++ ++ ++ ++',
  'DELETE /api/api-tokens/:id':                                           '!- + ++ +++ ++ ++ ++',
  'DELETE /api/api-tokens/:id — of somebody else':                        '!- . .. ... .. .. ..',
  'GET /api/me':                                                          '!- + ++ +++ ++ ++ ++',
  'PATCH /api/me':                                                        '!- + ++ +++ ++ ++ ++',

  'GET /api/training-bodies':                                             '!- + ++ +++ ++ ++ ++',
  'POST /api/training-bodies':                                            '!- + -- --- -- -- --',
  'GET /api/training-bodies/:id':                                         '!- + ++ +++ ++ ++ ..',
  'PATCH /api/training-bodies/:id':                                       '!- - +- --- -- -- ..',
  'GET /api/training-bodies/:bodyId/rule-settings':                       '!- + ++ +++ ++ ++ ..',
  'GET /api/training-bodies/:bodyId/rule-settings/versions':              '!- + ++ +++ ++ ++ ..',
  'PUT /api/training-bodies/:bodyId/rule-settings':                       '!- - +- --- -- -- ..',
  'GET /api/training-bodies/:bodyId/trust/root.pem':                      '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/trust/bundle':                        '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/trust/chain.pem':                     '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/trust/issuing.crl':                   '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/trust/root.crl':                      '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/trust/crls/:issuerId.crl':            '++ + ++ +++ ++ ++ ++',
  'GET /training-bodies/:bodyId/did.json':                                '++ + ++ +++ ++ ++ ++',
  'GET /training-bodies/:bodyId/status-lists/:number':                    '++ + ++ +++ ++ ++ ++',
  'GET /api/training-bodies/:bodyId/people':                              '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people':                             '!- + ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people — as an assessor':            '!- + +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset':      '!- + +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of one who is also elsewhere':
                                                                          '!- + -- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of one who was elsewhere before':
                                                                          '!- + -- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of the operator':
                                                                          '!- - -- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of another body':
                                                                          '!- . .- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/memberships':                        '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/memberships — for one of another body':
                                                                          '!- - .- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/memberships/:id/ending':             '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/memberships/:id/ending — of another body':
                                                                          '!- - .- --- -- -- ..',
  'GET /api/training-bodies/:bodyId/qualifications':                      '!- + ++ +++ ++ ++ ..',
  'POST /api/training-bodies/:bodyId/qualifications':                     '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/qualifications — for one of another body':
                                                                          '!- - .- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/qualifications/:id/revocation':      '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/qualifications/:id/revocation — of another body':
                                                                          '!- - .- --- -- -- ..',

  'GET /api/training-bodies/:bodyId/retention':                           '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/retention/deletions':                '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/retention/deletions — of another body’s':
                                                                          '!- - .- --- -- -- ..',
  'PATCH /api/training-bodies/:bodyId/people/:userId':                    '!- - +- --- -- -- ..',
  'PATCH /api/training-bodies/:bodyId/people/:userId — of one who is also elsewhere':
                                                                          '!- - -- --- -- -- ..',
  'PATCH /api/training-bodies/:bodyId/people/:userId — of another body':  '!- - .- --- -- -- ..',
  'GET /api/training-bodies/:bodyId/people/:userId/corrections — the candidate’s':
                                                                          '!- - +- --- -- +- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/export':              '!- - +- --- -- -- ..',
  'POST /api/training-bodies/:bodyId/people/:userId/export — of another body':
                                                                          '!- - .- --- -- -- ..',
  'POST /api/me/export':                                                  '!- + ++ +++ ++ ++ ++',
  'POST /api/me/correction-requests':                                     '!- + ++ +++ ++ ++ ++',
  'POST /api/assessments/:id/holds':                                      '!- . ++ --. -. -. ..',
  'POST /api/holds/:id/release':                                          '!- . ++ --. -. -. ..',

  'GET /api/training-bodies/:bodyId/notices':                             '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/notices/:id/resend':                 '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/notices/:id/resend — of another body':
                                                                          '!- - .. --- -- -- ..',
  'GET /api/me/notices':                                                  '!- + ++ +++ ++ ++ ++',
  'GET /api/me/reminders':                                                '!- + ++ +++ ++ ++ ++',
  'GET /api/notices/:id — the candidate’s':                               '!- . ++ ... .. +. ..',

  'POST /api/competency-documents':                                       '!- + -- --- -- -- --',
  'GET /api/competency-documents':                                        '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/by-code/:code':                          '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id':                                    '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id/versions':                           '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id/report':                             '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id/interchange':                        '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id/source':                             '!- + ++ +++ ++ ++ ++',
  'GET /api/competency-documents/:id/guide':                              '!- + ++ +++ ++ ++ ++',

  'POST /api/training-bodies/:bodyId/assessments':                        '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/assessments — of a candidate of another body':
                                                                          '!- - .. --- -- -- ..',
  'POST /api/training-bodies/:bodyId/assessments — led from another body':
                                                                          '!- - .. --- -- -- ..',
  'GET /api/assessments':                                                 '!- + ++ +++ ++ ++ ++',
  'GET /api/assessments/:id':                                             '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/assignments':                                '!- . ++ --. -. -. ..',
  'POST /api/assessments/:id/assignments — of one of another body':       '!- . .. --. -. -. ..',
  'POST /api/assessments/:id/assignments/:assignmentId/ending':           '!- . ++ --. -. -. ..',
  'POST /api/assessments/:id/assignments/:assignmentId/ending — of another assessment':
                                                                          '!- . .. --. -. -. ..',
  'PATCH /api/assessments/:id/enrolment':                                 '!- . ++ --. -. -. ..',
  'POST /api/assessments/:id/interest-declarations':                      '!- . -- ++. +. -. ..',

  'GET /api/assessments/:assessmentId/plan/proposal':                     '!- . -- ++. -. -. ..',
  'POST /api/assessments/:assessmentId/plans':                            '!- . -- ++. -. -. ..',
  'GET /api/assessments/:assessmentId/plans':                             '!- . ++ ++. +. +. ..',
  'GET /api/plans/:id':                                                   '!- . ++ ++. +. +. ..',
  'POST /api/plans/:id/acknowledgement':                                  '!- . -- --. -. +. ..',
  'POST /api/plans/:id/acknowledgement — again':                          '!- . -- --. -. +. ..',

  'POST /api/assessments/:id/withdrawal':                                 '!- . ++ --. -. +. ..',

  'POST /api/assessments/:assessmentId/evidence':                         '!- . ++ ++. -. +. ..',
  'GET /api/assessments/:assessmentId/evidence':                          '!- . ++ ++. +. +. ..',
  'GET /api/evidence/:id':                                                '!- . ++ ++. +. +. ..',
  'GET /api/evidence/:id — a draft':                                      '!- . ++ ++. .. .. ..',
  'PATCH /api/evidence/:id':                                              '!- . -- --. -. +. ..',
  'PATCH /api/evidence/:id — the lead’s own':                             '!- . -- +-. -. -. ..',
  'POST /api/evidence/:id/files':                                         '!- . -- --. -. +. ..',
  'POST /api/evidence/:id/files — the lead’s draft':                      '!- . -- +-. .. .. ..',
  'GET /api/evidence/:id/files/:fileId/content':                          '!- . ++ ++. +. +. ..',
  'GET /api/evidence/:id/files/:fileId/content — of a draft':             '!- . ++ ++. .. .. ..',
  'GET /api/evidence/:id/files/:fileId/content — of another item':        '!- . .. ... .. .. ..',
  'GET /api/evidence/:id/files/:fileId/content — a redacted original':    '!- . -- +-. -. +. ..',
  'GET /api/evidence/:id/files/:fileId/content — the redacted copy':      '!- . ++ ++. +. +. ..',
  'POST /api/evidence/:id/files/:fileId/redaction':                       '!- . -- ++. -. +. ..',
  'POST /api/evidence/:id/files/:fileId/redaction — of a draft':          '!- . -- ++. .. .. ..',
  'GET /api/assessments/:assessmentId/evidence-accesses':                 '!- . ++ --. -. +. ..',
  'POST /api/assessments/:assessmentId/declarations':                     '!- . -- --. -. +. ..',
  'POST /api/assessments/:assessmentId/declarations — of a draft':        '!- . -- --. -. .. ..',
  'POST /api/assessments/:assessmentId/declarations — of another assessment’s item':
                                                                          '!- . -- --. -. .. ..',
  'POST /api/evidence/:id/declaration':                                   '!- . -- --. -. +. ..',
  'POST /api/evidence/:id/declaration — of a draft':                      '!- . -- --. .. .. ..',
  'POST /api/evidence/:id/withdrawal':                                    '!- . -- --. -. +. ..',
  'POST /api/evidence/:id/withdrawal — of the lead’s own':                '!- . -- +-. -. -. ..',
  'POST /api/evidence/:id/withdrawal — of the lead’s draft':              '!- . -- +-. .. .. ..',
  'POST /api/evidence/:id/checks':                                        '!- . -- ++. -. -. ..',
  'POST /api/evidence/:id/checks — of a draft':                           '!- . -- ++. .. .. ..',
  'POST /api/assessments/:assessmentId/claims':                           '!- . -- ++. -. +. ..',
  'POST /api/assessments/:assessmentId/claims — of a draft':              '!- . -- ++. -. .. ..',
  'POST /api/assessments/:assessmentId/claims — of another assessment’s item':
                                                                          '!- . -- ... -. .. ..',
  'POST /api/assessments/:assessmentId/claims — at a place in another item':
                                                                          '!- . -- ... -. .. ..',
  'GET /api/assessments/:assessmentId/claims':                            '!- . ++ ++. +. +. ..',
  'POST /api/claims/:id/withdrawal':                                      '!- . -- --. -. +. ..',
  'POST /api/claims/:id/withdrawal — of the lead’s on a draft':           '!- . -- +-. .. .. ..',

  'PUT /api/assessments/:assessmentId/observations/:id':                  '!- . -- ++. -. -. ..',
  'PUT /api/assessments/:assessmentId/observations/:id — the lead’s':     '!- . -- +-. -. -. ..',
  'GET /api/assessments/:assessmentId/observations':                      '!- . ++ ++. +. +. ..',
  'GET /api/observations/:id':                                            '!- . ++ ++. +. +. ..',
  'GET /api/observations/:id — a draft':                                  '!- . ++ ++. .. .. ..',
  'GET /api/observations/:id/signature':                                  '!- . ++ ++. +. +. ..',
  'GET /api/observations/:id/signature — of a draft':                     '!- . ++ ++. .. .. ..',
  'POST /api/observations/:id/signature':                                 '!- . -- +-. .. .. ..',
  'POST /api/observations/:id/signature — again':                         '!- . -- +-. -. -. ..',

  'PUT /api/assessments/:assessmentId/questionings/:id':                  '!- . -- ++. -. -. ..',
  'PUT /api/assessments/:assessmentId/questionings/:id — the lead’s':     '!- . -- +-. -. -. ..',
  'GET /api/assessments/:assessmentId/questionings':                      '!- . ++ ++. +. +. ..',
  'GET /api/questionings/:id':                                            '!- . ++ ++. +. +. ..',
  'GET /api/questionings/:id — a draft':                                  '!- . ++ ++. .. .. ..',
  'GET /api/questionings/:id/signature':                                  '!- . ++ ++. +. +. ..',
  'GET /api/questionings/:id/signature — of a draft':                     '!- . ++ ++. .. .. ..',
  'POST /api/questionings/:id/signature':                                 '!- . -- +-. .. .. ..',
  'POST /api/questionings/:id/signature — again':                         '!- . -- +-. -. -. ..',

  'POST /api/assessments/:assessmentId/invitations':                      '!- . ++ ++. -. -. ..',
  'GET /api/assessments/:assessmentId/invitations':                       '!- . ++ ++. -. -. ..',
  'GET /api/invitations/:id':                                             '!- . ++ ++. -. -. ..',
  'POST /api/invitations/:id/revocation':                                 '!- . ++ ++. -. -. ..',
  'POST /api/invitations/:id/renewal':                                    '!- . ++ ++. -. -. ..',
  'GET /api/third-party-form':                                            '++ + ++ +++ ++ ++ ++',
  'GET /api/third-party-form — without the secret':                       '.. . .. ... .. .. ..',
  'PUT /api/third-party-form':                                            '++ + ++ +++ ++ ++ ++',
  'POST /api/third-party-form/submission':                                '++ + ++ +++ ++ ++ ++',
  'GET /api/third-party-reports/:id':                                     '!- . ++ ++. +. +. ..',

  'POST /api/assessments/:assessmentId/sittings':                         '!- . -- ++. -. -. ..',
  'GET /api/assessments/:assessmentId/sittings':                          '!- . ++ ++. +. +. ..',
  'GET /api/sittings/:id':                                                '!- . ++ ++. +. +. ..',
  'GET /api/sittings/:id — of drafts':                                    '!- . ++ ++. .. .. ..',
  'POST /api/sittings/:id/conclusion':                                    '!- . -- +-. -. -. ..',

  'POST /api/assessments/:assessmentId/self-assessments':                 '!- . -- --. -. +. ..',
  'GET /api/assessments/:assessmentId/self-assessments':                  '!- . ++ ++. +. +. ..',
  'GET /api/assessments/:assessmentId/self-assessments/history':          '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:assessmentId/requests':                         '!- . -- ++. -. -. ..',
  'GET /api/assessments/:assessmentId/requests':                          '!- . ++ ++. +. +. ..',
  'GET /api/assessments/:assessmentId/requests/suggestions':              '!- . -- ++. -. -. ..',
  'GET /api/requests/:id':                                                '!- . ++ ++. +. +. ..',
  'POST /api/requests/:id/answers':                                       '!- . -- --. -. +. ..',
  'POST /api/requests/:id/answers — with another assessment’s item':      '!- . -- --. -. .. ..',
  'POST /api/requests/:id/withdrawal':                                    '!- . -- +-. -. -. ..',

  'GET /api/visit-plan':                                                  '!- - -- +++ -- -- ..',

  'POST /api/assessments/:assessmentId/judgements':                       '!- . -- ++. -. -. ..',
  'GET /api/assessments/:assessmentId/judgements':                        '!- . ++ ++. +. +. ..',
  'GET /api/claims/:id/judgements':                                       '!- . ++ ++. +. +. ..',
  'GET /api/claims/:id/judgements — of a draft':                          '!- . ++ ++. .. .. ..',
  'GET /api/assessments/:id/coverage':                                    '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/waivers':                                    '!- . -- +-. -. -. ..',
  'GET /api/assessments/:id/waivers':                                     '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/attributions':                               '!- . -- ++. -. -. ..',
  'GET /api/assessments/:id/attributions':                                '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/attributions/:attributionId/withdrawal':     '!- . -- +-. -. -. ..',
  'POST /api/assessments/:id/attributions/:attributionId/withdrawal — of another assessment':
                                                                          '!- . -- ... -. -. ..',
  'GET /api/training-bodies/:bodyId/grid':                                '!- - ++ +++ ++ -- ..',

  'POST /api/assessments/:assessmentId/verdicts':                         '!- . -- +-. -. -. ..',
  'POST /api/assessments/:assessmentId/verdict-preview':                  '!- . -- +-. -. -. ..',
  'GET /api/assessments/:assessmentId/verdict':                           '!- . ++ ++. +. +. ..',
  'GET /api/verdicts/:id/document':                                       '!- . ++ ++. +. +. ..',
  'GET /api/verdicts/:id/record':                                         '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/reassessment':                               '!- . ++ +-. -. -. ..',
  'GET /api/assessments/:id/transition':                                  '!- . ++ ++. +. +. ..',
  'POST /api/assessments/:id/transition':                                 '!- . ++ +-. -. -. ..',

  'POST /api/verdicts/:verdictId/notification':                           '!- . ++ +-. -. -. ..',
  'POST /api/verdicts/:verdictId/receipt':                                '!- . -- --. -. +. ..',
  'POST /api/training-bodies/:bodyId/audit-packs':                        '!- - ++ --- ++ -- ..',
  'GET /api/training-bodies/:bodyId/audit-packs':                         '!- - ++ --- ++ -- ..',
  'GET /api/audit-packs/:id':                                             '!- - ++ --- ++ -- ..',
  'GET /api/audit-packs/:id/content':                                     '!- - ++ --- ++ -- ..',
  'POST /api/audit-packs/:id/cancellation':                               '!- - ++ --- ++ -- ..',

  'POST /api/training-bodies/:bodyId/sampling-plans':                     '!- - ++ --- -- -- ..',
  'GET /api/training-bodies/:bodyId/sampling-plans':                      '!- - ++ --- ++ -- ..',
  'GET /api/training-bodies/:bodyId/sampling-plans/:planId/draws/preview':
                                                                          '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/sampling-plans/:planId/draws':       '!- - ++ --- -- -- ..',
  'POST /api/training-bodies/:bodyId/sampling-plans/:planId/draws — of another body':
                                                                          '!- - .. --- -- -- ..',
  'GET /api/training-bodies/:bodyId/sampling-plans/:planId/samples':      '!- - ++ --- ++ -- ..',
  'POST /api/samples/:id/assignment':                                     '!- . ++ --. -. -. ..',
  'POST /api/assessments/:assessmentId/verifications':                    '!- . -- --. +. -. ..',
  'GET /api/assessments/:assessmentId/verifications':                     '!- . ++ ++. +. -. ..',
  'POST /api/verifications/:id/completion':                               '!- . ++ +-. -. -. ..',
  'GET /api/assessments/:assessmentId/blind-claims':                      '!- . -- --. +. -. ..',
  'POST /api/assessments/:assessmentId/blind-judgements':                 '!- . -- --. +. -. ..',
  'GET /api/assessments/:assessmentId/judgements — of a blind review':    '!- . ++ ++. -. +. ..',

  'POST /api/verdicts/:verdictId/appeal':                                 '!- . -- --. -. +. ..',
  'GET /api/verdicts/:verdictId/standing':                                '!- . ++ ++. +. +. ..',
  'GET /api/training-bodies/:bodyId/verifications':                       '!- - ++ --- -- -- ..',
  'GET /api/training-bodies/:bodyId/appeals':                             '!- - ++ --- -- -- ..',
  'GET /api/appeals/:id':                                                 '!- . ++ +++ ++ +. ..',
  'GET /api/appeals/:id — that is withdrawn':                             '!- . ++ ++. +. +. ..',
  'POST /api/appeals/:id/withdrawal':                                     '!- . -- --- -- +. ..',
  'GET /api/appeals/:id/verdict-document':                                '!- . ++ +++ ++ +. ..',
  'POST /api/appeals/:id/decision':                                       '!- . +- x++ ++ -. ..',
  'GET /api/appeals/:id/document':                                        '!- . ++ ++. +. +. ..',
  'GET /api/appeals/:id/record':                                          '!- . ++ ++. +. +. ..',
  'GET /api/training-bodies/:bodyId/agreement':                           '!- - ++ --- ++ -- ..',
  'GET /api/training-bodies/:bodyId/assessor-register':                   '!- - ++ --- ++ -- ..',

  'GET /verify':                                                          '++ + ++ +++ ++ ++ ++',
  'POST /verify':                                                         '++ + ++ +++ ++ ++ ++',
  'GET /api/verifications':                                               '++ + ++ +++ ++ ++ ++',
  'POST /api/verifications':                                              '++ + ++ +++ ++ ++ ++',
  'GET /verify/style.css':                                                '++ + ++ +++ ++ ++ ++',
  'GET /verify/:number':                                                  '++ + ++ +++ ++ ++ ++',
};
export type RowName = keyof typeof table;

/** Of those who may read an answer, who finds something in it: `+` finds it, `.` does not; `·` may not read at all. */
// prettier-ignore
export const sights = {
  'GET /api/training-bodies — the home body':                             '·· + ++ +++ ++ ++ ..',
  'GET /api/assessments — an assessment':                                 '·· . ++ ++. +. +. ..',
  'GET /api/training-bodies/:bodyId/grid — an assessment':                '·· · ++ ++. +. ·· ··',
  'GET /api/visit-plan — an assessment':                                  '·· · ·· ++. ·· ·· ··',
  'GET /api/training-bodies/:bodyId/qualifications — the lead’s':         '·· . ++ +.. .. .. ··',
  'GET /api/notices/:id — the link with its secret':                      '·· · +. ··· ·· .· ··',
  'GET /api/me/notices — the candidate’s':                                '·· . .. ... .. +. ..',
  'GET /api/assessments/:assessmentId/evidence — a draft':                '·· · ++ ++· .· .· ··',
  'GET /api/assessments/:assessmentId/claims — of a draft':               '·· · ++ ++· .· .· ··',
  'GET /api/assessments/:assessmentId/observations — a draft':            '·· · ++ ++· .· .· ··',
  'GET /api/assessments/:assessmentId/questionings — a draft':            '·· · ++ ++· .· .· ··',
  'GET /api/assessments/:assessmentId/sittings — of drafts':              '·· · ++ ++· .· .· ··',
  'GET /api/assessments/:id/coverage — a draft':                          '·· · ++ ++· .· .· ··',
};
export type SightName = keyof typeof sights;
