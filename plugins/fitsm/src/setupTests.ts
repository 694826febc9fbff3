import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are drawn, and loaded lazily: on a busy machine that takes longer
// than the second and the five that are usual.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
