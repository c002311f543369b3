#!/usr/bin/env node
// Stands apart from dist, so that installing can link it before anything is built.
import '../dist/main.js';
