/** What the start script cannot do in a shell alone. */
package kz.jolkarta.starter;
