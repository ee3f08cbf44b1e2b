/** The system of record. */
package kz.jolkarta.registry;
