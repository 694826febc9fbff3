import { CellField } from '@fitsm/plugin-fitsm-common';
import * as boolean from './BooleanField';
import * as choice from './ChoiceField';
import * as date from './DateField';
import * as dateTime from './DateTimeField';
import * as markdown from './MarkdownField';
import * as number from './NumberField';
import * as person from './PersonField';
import * as text from './TextField';
import { FieldView } from './types';
import * as url from './UrlField';

/** The kinds of fields that can be a cell of a table as well. */
export const cellViews: {
  [TKind in CellField['kind']]: FieldView<TKind>;
} = {
  text,
  markdown,
  choice,
  number,
  boolean,
  dateTime,
  date,
  url,
  person,
};
