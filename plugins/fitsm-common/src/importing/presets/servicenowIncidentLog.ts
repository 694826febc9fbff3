import { ImportPreset } from './index';

/**
 * The event log of ServiceNow's incident table: a row is what an incident
 * looked like after a change, and the rows of an incident stand together.
 *
 * - ServiceNow stamps `resolved_at` and the closure on every row of such a
 *   log: they are read from the last row.
 * - State `-100` is the number that it writes where a state has no label. It
 *   says nothing about the incident, so that such a row is left out.
 * - Times are those of whoever exported the log: set `times.zone`.
 * - People and groups become references of the same name in the catalog.
 */
export const servicenowIncidentLog: ImportPreset = {
  name: 'servicenowIncidentLog',
  label: 'ServiceNow: event log of incidents',
  mapping: {
    type: 'incident',
    source: { system: 'servicenow', id: 'number' },
    missing: ['?'],
    times: { formats: ['d/M/yyyy HH:mm'] },
    skip: { incident_state: ['-100'] },
    title: {
      text: '{category}, {subcategory}: {u_symptom}',
      otherwise: {
        text: '{category}, {subcategory}',
        otherwise: { text: '{category}', otherwise: 'number' },
      },
    },
    state: {
      column: 'incident_state',
      values: {
        New: 'new',
        Active: 'inProgress',
        'Awaiting User Info': 'onHold',
        'Awaiting Vendor': 'onHold',
        'Awaiting Problem': 'onHold',
        'Awaiting Evidence': 'onHold',
        Resolved: 'resolved',
        Closed: 'closed',
      },
    },
    priority: {
      column: 'priority',
      values: {
        '1 - Critical': 1,
        '2 - High': 2,
        '3 - Moderate': 3,
        '4 - Low': 4,
      },
    },
    createdAt: 'opened_at',
    createdBy: {
      column: 'opened_by',
      ref: 'user:default/{value}',
      otherwise: {
        column: 'sys_created_by',
        ref: 'user:default/{value}',
        otherwise: { column: 'caller_id', ref: 'user:default/{value}' },
      },
    },
    fields: {
      reporter: { column: 'caller_id', ref: 'user:default/{value}' },
      reportedAt: 'opened_at',
      channel: {
        column: 'contact_type',
        values: {
          Phone: 'phone',
          IVR: 'phone',
          Email: 'email',
          'Self service': 'portal',
          'Direct opening': 'portal',
        },
      },
      impact: {
        column: 'impact',
        values: {
          '1 - High': 'high',
          '2 - Medium': 'medium',
          '3 - Low': 'low',
        },
      },
      urgency: {
        column: 'urgency',
        values: {
          '1 - High': 'high',
          '2 - Medium': 'medium',
          '3 - Low': 'low',
        },
      },
      assignedGroup: {
        column: 'assignment_group',
        ref: 'group:default/{value}',
      },
      assignee: { column: 'assigned_to', ref: 'user:default/{value}' },
      onHoldReason: {
        column: 'incident_state',
        values: {
          New: null,
          Active: null,
          'Awaiting User Info': 'user',
          'Awaiting Vendor': 'vendor',
          'Awaiting Problem': 'problem',
          'Awaiting Evidence': 'evidence',
          Resolved: null,
          Closed: null,
        },
      },
      resolvedAt: { column: 'resolved_at', fromLast: true },
      resolution: {
        text: 'Closure code: {closed_code}. Resolved by: {resolved_by}.',
        fromLast: true,
        otherwise: { text: 'Closure code: {closed_code}.' },
      },
      externalReference: 'number',
    },
    events: {
      at: 'sys_updated_at',
      actor: { column: 'sys_updated_by', ref: 'user:default/{value}' },
    },
  },
};
