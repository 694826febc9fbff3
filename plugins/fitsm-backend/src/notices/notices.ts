import { JsonObject } from '@backstage/types';

/** What the world is told of one committed change, as data. */
export interface Notices {
  /** None where only people are reminded. */
  event?: JsonObject;
  /** Pages that show the record, or lists of its type, read again. */
  signals: Array<{
    channel: string;
    message: JsonObject;
    /** Everybody where left out. */
    to?: string[];
  }>;
  notifications: Array<{
    to: string[];
    /** Who did it: nobody is told of their own deeds. */
    exclude?: string;
    title: string;
    description?: string;
    link: string;
    topic: string;
    severity: 'normal' | 'high';
    /** The same notification sent twice is one. */
    scope: string;
  }>;
}
