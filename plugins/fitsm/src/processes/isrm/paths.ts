/** Where the page of an entity has its incidents. */
export const INCIDENTS_PATH = '/incidents';
