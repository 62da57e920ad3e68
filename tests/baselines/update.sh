#!/usr/bin/env bash
# Writes the baselines of all shipped scenarios anew, once their change is meant.
# SPDX-License-Identifier: GPL-3.0-or-later
exec bash "$(dirname "$0")/each.sh" update
