import { useWords } from '../i18n/words';
import { Card, Section } from '../ui/page';
import { type CompetencyDocument } from './document';
import { Items } from './items';
import { documentWords } from './words';

/** What a competency unit asks for. */
export function UnitBody({ document: { items } }: { document: CompetencyDocument }) {
  const say = useWords(documentWords);
  const of = (type: string) => items.filter((item) => item.type === type);
  return (
    <>
      <Section id="tasks" title={say.tasks}>
        {of('element').map((element) => (
          <Card key={element.ref}>
            <h3 id={element.ref}>
              {element.code}. {element.text}
            </h3>
            <Items items={items.filter(({ type, parentRef }) => type === 'criterion' && parentRef === element.ref)} />
          </Card>
        ))}
      </Section>
      <Section id="key-aspects" title={say.keyAspects}>
        <p>{say.keyAspectsHelp}</p>
        <Items items={of('key_aspect')} />
      </Section>
      <Section id="methods" title={say.methods}>
        <p>{say.methodsHelp}</p>
        <Items items={of('method')} />
      </Section>
      <Section id="contexts" title={say.contexts}>
        <Items items={of('context')} />
      </Section>
      <Section id="knowledge" title={say.knowledge}>
        <Items items={of('knowledge')} />
      </Section>
      <Section id="skills" title={say.skills}>
        <Items items={of('skill')} />
      </Section>
    </>
  );
}
