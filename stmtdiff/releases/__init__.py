"""What a pair of statements owes to being releases of a series: packs, lives, judging a release, watching for one."""
