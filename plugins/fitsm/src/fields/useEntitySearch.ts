import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useEffect, useMemo, useState } from 'react';

const LIMIT = 20;
const DEBOUNCE_MS = 200;

/** An entity as pickers offer it. */
export interface EntityOption {
  id: string;
  textValue: string;
  description?: string;
}

/**
 * Entities of the kinds that fit what is typed, searched on the server: a
 * catalog may hold many thousands.
 */
export function useEntitySearch(
  kinds: ReadonlyArray<string>,
  /** Nothing is asked of the server before somebody wants to choose. */
  isActive: boolean,
) {
  const catalogApi = useApi(catalogApiRef);
  const [filterText, setFilterText] = useState('');
  const [items, setItems] = useState<EntityOption[]>([]);
  const [loadingState, setLoadingState] = useState<
    'loading' | 'idle' | 'filtering' | 'error'
  >('loading');
  const kindList = kinds.join(',');

  useEffect(() => {
    if (!isActive) return undefined;
    let superseded = false;
    const timer = setTimeout(async () => {
      setLoadingState(state => (state === 'loading' ? state : 'filtering'));
      try {
        const found = await catalogApi.queryEntities({
          filter: { kind: kindList.split(',') },
          fields: ['kind', 'metadata', 'spec.profile', 'spec.type'],
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: LIMIT,
          totalItems: 'exclude',
          ...(filterText.trim() && {
            fullTextFilter: {
              term: filterText.trim(),
              fields: [
                'metadata.name',
                'metadata.title',
                'spec.profile.displayName',
              ],
            },
          }),
        });
        // The catalog's client takes no signal: an answer that comes too late
        // is left aside.
        if (superseded) return;
        setItems(found.items.map(optionOf));
        setLoadingState('idle');
      } catch {
        if (!superseded) setLoadingState('error');
      }
    }, DEBOUNCE_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [catalogApi, kindList, filterText, isActive]);

  return useMemo(
    () => ({
      items,
      filterText,
      setFilterText,
      loadingState,
      loadMore: () => {},
    }),
    [items, filterText, loadingState],
  );
}

function optionOf(entity: Entity): EntityOption {
  const { primaryTitle } = entityPresentationSnapshot(entity);
  const { kind, metadata, spec } = entity;
  return {
    id: stringifyEntityRef(entity),
    textValue: primaryTitle,
    description: [
      typeof spec?.type === 'string' ? `${kind}, ${spec.type}` : kind,
      metadata.name === primaryTitle ? undefined : metadata.name,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
