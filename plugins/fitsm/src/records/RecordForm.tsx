import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Button,
  Card,
  CardBody,
  CardHeader,
  Text,
} from '@backstage/ui';
import {
  AnyRecordType,
  Field,
  FitsmRecord,
  isEmptyValue,
} from '@fitsm/plugin-fitsm-common';
import {
  Dispatch,
  FormEvent,
  memo,
  ReactNode,
  SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { FieldInput } from '../fields';
import { fieldsOf } from './attributes';
import { Draft, Problems, problemsOf } from './draft';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useTask } from './useTask';

/** These want the whole width of a form. */
const wideKinds = ['markdown', 'rows'];

/** While one types into a field, the others have nothing to draw. */
const OneInput = memo(
  (props: {
    name: string;
    field: Field;
    isRequired?: boolean;
    value: unknown;
    problem?: string;
    onChange(name: string, value: unknown): void;
  }) => (
    <FieldInput
      {...props}
      onChange={value => props.onChange(props.name, value)}
    />
  ),
);

/** The inputs of some fields; also what a dialog asks for. */
export const FieldInputs = (props: {
  definition: AnyRecordType;
  names: ReadonlyArray<string>;
  draft: Draft;
  problems: Problems;
  required?: ReadonlyArray<string>;
  onDraftChange: Dispatch<SetStateAction<Draft>>;
}) => {
  const { onDraftChange } = props;
  const fields = fieldsOf(props.definition);
  const change = useCallback(
    (name: string, value: unknown) =>
      onDraftChange(draft => ({ ...draft, [name]: value })),
    [onDraftChange],
  );
  return (
    <div className={styles.fields}>
      {props.names.map(name => (
        <div
          key={name}
          className={
            name === 'title' || wideKinds.includes(fields[name].kind)
              ? styles.wide
              : undefined
          }
        >
          <OneInput
            name={name}
            field={fields[name]}
            isRequired={props.required?.includes(name)}
            value={props.draft[name]}
            problem={props.problems[name]}
            onChange={change}
          />
        </div>
      ))}
    </div>
  );
};

/**
 * The sections of a form that have something to fill in. A new record has no
 * fields for later, but for those that come filled in: what is sent is seen.
 */
function sectionsOf(definition: AnyRecordType, begun: Draft, isNew: boolean) {
  const fields = fieldsOf(definition);
  return definition.form
    .map(({ title, fields: names }) => ({
      title,
      names: names.filter(
        name => !isNew || !fields[name].lateOnly || !isEmptyValue(begun[name]),
      ),
    }))
    .filter(({ names }) => names.length);
}

/** A section that is folded at first stays as people leave it. */
const Section = (props: {
  title: string;
  isFolded: boolean;
  hasProblem: boolean;
  children: ReactNode;
}) => {
  const { title, hasProblem, children } = props;
  const [isFoldable] = useState(props.isFolded);
  const [isOpen, setOpen] = useState(false);
  return isFoldable ? (
    <Accordion isExpanded={isOpen || hasProblem} onExpandedChange={setOpen}>
      <AccordionTrigger title={title} />
      <AccordionPanel>{children}</AccordionPanel>
    </Accordion>
  ) : (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {title}
        </Text>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
};

/** Creates a record, or changes one, section by section of its definition. */
export const RecordForm = (props: {
  definition: AnyRecordType;
  /** The record that is changed; absent for a new one. */
  record?: FitsmRecord;
  draft: Draft;
  onDraftChange: Dispatch<SetStateAction<Draft>>;
  /** What is said above the fields, that somebody else made a change, say. */
  notice?: ReactNode;
  submitLabel: string;
  onSubmit(): Promise<void>;
  onCancel(): void;
}) => {
  const { definition, record, draft } = props;
  const [isTried, setTried] = useState(false);
  const { isPending, error, run } = useTask();
  const form = useRef<HTMLFormElement>(null);
  const isNew = !record;
  const [begun] = useState(draft);
  const sections = sectionsOf(definition, begun, isNew);
  const offered = [
    'title',
    'restricted',
    ...sections.flatMap(({ names }) => names),
  ];
  const fields = fieldsOf(definition);
  /** Nobody has to fill it in now, and nothing is in it. */
  const isForLater = (name: string) =>
    !fields[name].required &&
    !('default' in fields[name]) &&
    name !== 'owner' &&
    isEmptyValue(draft[name]);
  const problems = isTried ? problemsOf(definition, draft, offered) : {};

  useEffect(() => {
    // Whoever pressed Edit goes on in the form.
    if (!isNew) {
      form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    }
  }, [isNew]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(definition, draft, offered)).length) {
      // The inputs are told of their problems first.
      setTimeout(() =>
        form.current
          ?.querySelector<HTMLElement>(
            'input[aria-invalid=true], textarea[aria-invalid=true], [data-invalid] button, [data-invalid] [tabindex]',
          )
          ?.focus(),
      );
      return;
    }
    await run(props.onSubmit);
  };

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={submit}
      aria-label={props.submitLabel}
    >
      {props.notice}
      {sections.map(({ title, names }, index) => (
        <Section
          key={title}
          title={title}
          isFolded={index > 0 && names.every(name => isForLater(name))}
          hasProblem={names.some(name => problems[name])}
        >
          <FieldInputs
            definition={definition}
            names={names}
            draft={draft}
            problems={problems}
            onDraftChange={props.onDraftChange}
          />
        </Section>
      ))}
      {definition.restrictable && (
        <FieldInputs
          definition={definition}
          names={['restricted']}
          draft={draft}
          problems={problems}
          onDraftChange={props.onDraftChange}
        />
      )}
      {Object.keys(problems).length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="Some fields need another look"
          description={Object.values(problems).join('. ')}
        />
      )}
      <ErrorAlert title="This could not be saved" error={error} />
      <div className={styles.row}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {props.submitLabel}
        </Button>
        <Button variant="secondary" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
