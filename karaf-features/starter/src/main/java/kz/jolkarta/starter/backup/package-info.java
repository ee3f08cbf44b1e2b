/** Backups of a node: the sealed file, what is in it, and how it is made and read. */
package kz.jolkarta.starter.backup;
