/** The demo shop's two PCs: who signs in there, and where each keeps its data. */
import { inProject } from './project.mjs';

export const dataFolder = inProject('.data');

export const demoPcs = {
  first: { name: 'FRONT-PC', folder: 'pc-1', signIn: 'estimator@demo.example.com:demo-shop-estimator' },
  second: { name: 'OFFICE-PC', folder: 'pc-2', signIn: 'office@demo.example.com:demo-shop-office' },
};
