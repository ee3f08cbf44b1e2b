/** Clause 18 of the road map: information support. */
package kz.jolkarta.measure.informationsupport;
