import { useWords } from '../i18n/words';
import { Card, Section } from '../ui/page';
import { type CompetencyDocument } from './document';
import css from './document.module.css';
import { type DocumentItem, Items } from './items';
import { documentWords } from './words';

/** What an occupational standard asks for: duties with their tasks, and blocks of knowledge and skills that tasks share. */
export function StandardBody({ document: { items, body } }: { document: CompetencyDocument }) {
  const say = useWords(documentWords);
  const of = (type: string) => items.filter((item) => item.type === type);
  return (
    <>
      <Section id="duties" title={say.duties}>
        {of('duty').map((duty) => (
          <Card key={duty.ref}>
            <h3 id={duty.ref}>
              {duty.code} {duty.text}
            </h3>
            {of('task')
              .filter(({ parentRef }) => parentRef === duty.ref)
              .map((task) => (
                <Task key={task.ref} task={task} items={items.filter(({ parentRef }) => parentRef === task.ref)} />
              ))}
          </Card>
        ))}
      </Section>
      <Section id="blocks" title={say.blocks}>
        {body.blocks.map(({ block, tasks, level }) => (
          <Card key={block}>
            <h3 id={`block-${block}`}>
              {say.block(tasks.join('、'))} · {say.level(level)}
            </h3>
            <h4>{say.knowledge}</h4>
            <Items items={of('knowledge').filter((item) => item.block === block)} />
            <h4>{say.skills}</h4>
            <Items items={of('skill').filter((item) => item.block === block)} />
          </Card>
        ))}
      </Section>
      <Section id="attitudes" title={say.attitudes}>
        <Items items={of('attitude')} />
      </Section>
    </>
  );
}

function Task({ task, items }: { task: DocumentItem; items: readonly DocumentItem[] }) {
  const say = useWords(documentWords);
  const outputs = items.filter(({ type }) => type === 'output');
  return (
    <div className={css.task}>
      <h4 id={task.ref}>
        {task.code} {task.text}
        {task.level !== null && <span className={css.soft}> {say.level(task.level)}</span>}
      </h4>
      {outputs.length > 0 && (
        <>
          <p className={css.soft}>{say.outputs}</p>
          <Items items={outputs} />
        </>
      )}
      <p className={css.soft}>{say.indicators}</p>
      <Items items={items.filter(({ type }) => type === 'indicator')} />
    </div>
  );
}
