"""Writes the workbooks of this folder with the programmes that people use.

    pip install openpyxl xlsxwriter; apt-get install libreoffice-calc-nogui
    python3 make.py

Tests read the committed files; this says how they were made.
"""

import datetime
import pathlib
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
BORN = datetime.date(2012, 3, 12)
ASKED = datetime.datetime(2026, 9, 1, 10, 30)


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ответы"
    sheet.append(["Анкета наставляемого"])
    sheet.merge_cells("A1:E1")
    sheet.append(["Отметка времени", "ФИО", "Дата рождения", "Балл", "Согласие"])
    sheet.append([ASKED, "Иванов Пётр", BORN, 4.1, True])
    sheet.append([ASKED, CellRichText("Смирнова ", TextBlock(InlineFont(b=True), "Ольга")), BORN, 5, False])
    sheet.append([None, None, None, None, None])
    sheet["B7"], sheet["D7"], sheet["E7"] = "Петрова\nАнна", 0.1 + 0.2, "=1/0"
    sheet.row_dimensions[4].hidden = True
    for row in (3, 4):
        sheet.cell(row, 1).number_format = "dd.mm.yyyy hh:mm"
        sheet.cell(row, 3).number_format = "dd/mm/yyyy"
    other = book.create_sheet("Справка")
    other.append(["Как заполнять"])
    hidden = book.create_sheet("Служебный")
    hidden.append(["секрет"])
    hidden.sheet_state = "hidden"
    book.save(HERE / "openpyxl.xlsx")

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["ФИО", "Дата рождения"])
    book.active.append(["Иванов Пётр", BORN])
    book.save(HERE / "openpyxl-1904.xlsx")


def with_xlsxwriter(path, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("Наставники")
    bold = book.add_format({"bold": True})
    group = book.add_format({"align": "center"})
    sheet.merge_range("A1:A2", "ФИО")
    sheet.merge_range("B1:C1", "Предметы", group)
    sheet.write("D1", "Опыт, лет")
    sheet.write("B2", "физика")
    sheet.write("C2", "химия")
    sheet.write_rich_string("A3", bold, "Сидоров", " Олег")
    sheet.write("B3", "да")
    sheet.write_number("D3", 2.5)
    sheet.write("A4", "Петрова Анна")
    sheet.write("C4", "да")
    sheet.write_formula("D4", "=D3*2", None, 5)
    sheet.merge_range("A5:A6", "Кузнецов Иван")
    sheet.write("B5", "да")
    sheet.write("B6", "нет")
    sheet.write_datetime("D6", datetime.datetime(2026, 1, 2), book.add_format({"num_format": 14}))
    book.close()


def with_libreoffice():
    rows = [
        "ФИО;Дата рождения;Время;Доля;Класс",
        "Иванов Пётр;12.03.2012;09:30;70%;9 «Б»",
        "Смирнова Ольга;01.09.2013;18:05;12,5%;07",
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "libreoffice.csv"
        source.write_text("\n".join(rows) + "\n", encoding="utf-8")
        # ';', quotes, UTF-8, from line 1, column formats: 4 = day.month.year; Russian.
        options = "CSV:59,34,76,1,1/2/2/4,1049,false,true"
        for kind in ("xlsx", "ods", "xls"):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 f"--infilter={options}", "--convert-to", kind, "--outdir", str(HERE), str(source)],
                check=True, capture_output=True)


def bomb(path):
    """A workbook whose sheet grows a thousand times."""
    source = zipfile.ZipFile(HERE / "xlsxwriter.xlsx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename.endswith("sheet1.xml"):
                content = content.replace(b"<sheetData>", b"<sheetData>" + b" " * (3 << 20))
            target.writestr(zipfile.ZipInfo(item.filename), content, zipfile.ZIP_DEFLATED)


with_openpyxl()
with_xlsxwriter(HERE / "xlsxwriter.xlsx")
with_xlsxwriter(HERE / "xlsxwriter-inline.xlsx", constant_memory=True)
with_libreoffice()
bomb(HERE / "bomb.xlsx")
