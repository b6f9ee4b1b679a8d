import { textIn } from '../../ui/form';
import { type TemplateChange } from './templates';

/** How outcomes and results may be called otherwise. */
export const labelNames = ['competent', 'not_yet_competent', 'not_assessed', 'met', 'not_met'] as const;

/** Everything as Touchstone has it. */
export const plainLook: TemplateChange = {
  accent: null,
  logo: null,
  title: null,
  statement: null,
  footer: null,
  labels: null,
  representative: null,
};

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** What a form asks of a document's look: what is left empty is as Touchstone has it, but for the logo, which stays. */
export async function lookIn(data: FormData): Promise<TemplateChange> {
  const both = (name: string): { 'zh-TW': string; en: string } | null => {
    const wording = { 'zh-TW': textIn(data, `${name}.zh-TW`) ?? '', en: textIn(data, `${name}.en`) ?? '' };
    return wording['zh-TW'] || wording.en ? wording : null;
  };
  const labels = labelNames.flatMap((name) => {
    const label = textIn(data, `labels.${name}`);
    return label ? [[name, label] as const] : [];
  });
  const representative = {
    name: textIn(data, 'representative.name') ?? '',
    post: textIn(data, 'representative.post') ?? '',
  };
  const logo = data.get('logo');
  return {
    accent: textIn(data, 'accent')?.toLowerCase() ?? null,
    title: both('title'),
    statement: both('statement'),
    footer: both('footer'),
    labels: labels.length > 0 ? Object.fromEntries(labels) : null,
    representative: representative.name || representative.post ? representative : null,
    ...(data.has('removeLogo') && { logo: null }),
    ...(logo instanceof File && logo.size > 0 && { logo: await base64(logo) }),
  };
}
